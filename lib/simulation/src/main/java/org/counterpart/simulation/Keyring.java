package org.counterpart.simulation;

import org.counterpart.dossier.Card;
import org.counterpart.dossier.Cryptography;
import org.counterpart.dossier.Digest;
import org.counterpart.dossier.Fields;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.SealingKey;
import org.counterpart.dossier.Secret;
import org.counterpart.dossier.SignedCard;
import org.counterpart.dossier.StateCode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// The keys of one node through all their renewals; they lie in a key file, outside every transaction.
final class Keyring {
    private static final Digest NO_TLS = Digest.of(new byte[0]);

    private final Cryptography cryptography;
    private final RandomGenerator random;
    private final Secret signing;
    private final List<NodeKeys.Sealing> sealing = new ArrayList<>();
    private final List<SignedCard> issued = new ArrayList<>();
    private NodeKeys keys;

    Keyring(Cryptography cryptography, RandomGenerator random) {
        this.cryptography = cryptography;
        this.random = random;
        this.signing = Cryptography.draw(random);
        this.keys = drawn(1);
    }

    NodeKeys keys() {
        return keys;
    }

    /// A new sealing key on a new card; the old ones still open.
    SignedCard renew() {
        keys = drawn(keys.card().card().serial() + 1);
        return keys.card();
    }

    /// Destroys all sealing keys but the newest.
    void destroyOld() {
        while (sealing.size() > 1) {
            sealing.removeLast();
        }
        keys = new NodeKeys(keys.card(), signing, sealing);
    }

    /// Whether the node ever signed this card.
    boolean hasIssued(SignedCard card) {
        return issued.contains(card);
    }

    boolean hasOld() {
        return sealing.size() > 1;
    }

    private NodeKeys drawn(long serial) {
        Secret secret = Cryptography.draw(random);
        byte[] signingKey = cryptography.signingKey(signing);
        var key =
                new SealingKey(
                        Fields.encoded(cryptography.sealingKey(secret)),
                        Instant.ofEpochMilli(2_000_000_000_000L));
        sealing.addFirst(new NodeKeys.Sealing(key.id(), secret));
        var card =
                new Card(
                        NodeId.of(signingKey),
                        new StateCode("SG"),
                        serial,
                        List.of(),
                        Fields.encoded(signingKey),
                        key,
                        NO_TLS,
                        "");
        issued.add(SignedCard.sign(card, signing, cryptography));
        return new NodeKeys(issued.getLast(), signing, sealing);
    }
}
