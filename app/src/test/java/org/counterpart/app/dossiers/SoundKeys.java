package org.counterpart.app.dossiers;

import org.counterpart.dossier.Card;
import org.counterpart.dossier.Cryptography;
import org.counterpart.dossier.Digest;
import org.counterpart.dossier.Fields;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.PublishedCryptography;
import org.counterpart.dossier.SealingKey;
import org.counterpart.dossier.Secret;
import org.counterpart.dossier.SignedCard;
import org.counterpart.dossier.StateCode;

import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/// Keys and cards of nodes that do not run here, sound in every part.
public final class SoundKeys {
    static final Cryptography CRYPTOGRAPHY = new PublishedCryptography();

    private SoundKeys() {}

    /// A node that nobody can reach.
    public static NodeKeys of(String state, RandomGenerator random) {
        Secret signing = Cryptography.draw(random);
        Secret sealing = Cryptography.draw(random);
        Digest tlsKey = Digest.of(CRYPTOGRAPHY.signingKey(signing));
        return keys(state, signing, sealing, "https://127.0.0.1:9", tlsKey);
    }

    /// A node whose card names this door and its key.
    public static NodeKeys of(String state, RandomGenerator random, String address, Digest tlsKey) {
        Secret signing = Cryptography.draw(random);
        Secret sealing = Cryptography.draw(random);
        return keys(state, signing, sealing, address, tlsKey);
    }

    private static NodeKeys keys(
            String state, Secret signing, Secret sealing, String address, Digest tlsKey) {
        byte[] key = CRYPTOGRAPHY.signingKey(signing);
        var open =
                new SealingKey(
                        Fields.encoded(CRYPTOGRAPHY.sealingKey(sealing)),
                        Instant.parse("2099-01-01T00:00:00Z"));
        var card =
                new Card(
                        NodeId.of(key),
                        new StateCode(state),
                        1,
                        List.of(address),
                        Fields.encoded(key),
                        open,
                        tlsKey,
                        "Operations room");
        return new NodeKeys(
                SignedCard.sign(card, signing, CRYPTOGRAPHY),
                signing,
                List.of(new NodeKeys.Sealing(open.id(), sealing)));
    }
}
