package org.counterpart.dossier;

import java.util.List;
import java.util.Optional;

/// The private keys with which a node signs and opens, and the card that shows their public halves.
///
/// @param sealing newest first; old ones stay until 30 days after they ended
public record NodeKeys(SignedCard card, Secret signing, List<Sealing> sealing) {
    public NodeKeys {
        sealing = List.copyOf(sealing);
    }

    /// One private sealing key under the name that wraps give it.
    public record Sealing(String keyId, Secret secret) {}

    public NodeId node() {
        return card.card().node();
    }

    Optional<Secret> sealing(String keyId) {
        return sealing.stream()
                .filter(key -> key.keyId().equals(keyId))
                .map(Sealing::secret)
                .findFirst();
    }

    @Override
    public String toString() {
        return "keys of node " + node();
    }
}
