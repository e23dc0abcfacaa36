package org.counterpart.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// A node with keys, a card and one desk, all of which follow from its name.
final class TestNode {
    static final Cryptography CRYPTOGRAPHY = new PublishedCryptography();
    static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private final String name;
    private final Secret signing;
    private final Secret sealing;
    private final DeskId desk;

    private TestNode(String name) {
        var random = new Random(name.hashCode());
        this.name = name;
        this.signing = Cryptography.draw(random);
        this.sealing = Cryptography.draw(random);
        this.desk = DeskId.draw(random);
    }

    static TestNode named(String name) {
        return new TestNode(name);
    }

    NodeId id() {
        return card().card().node();
    }

    DeskId desk() {
        return desk;
    }

    Secret signing() {
        return signing;
    }

    SignedCard card() {
        return card(1);
    }

    SignedCard card(long serial) {
        return sign(plain(serial, CRYPTOGRAPHY.sealingKey(sealing), "Operations room, " + name));
    }

    /// Another card under the same serial: what an honest node never signs.
    SignedCard otherCard(long serial) {
        return sign(plain(serial, CRYPTOGRAPHY.sealingKey(sealing), "Night desk, " + name));
    }

    Card plain(long serial, byte[] sealingKey, String escalation) {
        byte[] key = CRYPTOGRAPHY.signingKey(signing);
        return new Card(
                NodeId.of(key),
                new StateCode(name.substring(0, 2).toUpperCase(Locale.ROOT)),
                serial,
                List.of("https://" + name + ".example:9440"),
                Fields.encoded(key),
                new SealingKey(Fields.encoded(sealingKey), NOON.plusSeconds(30 * 86_400)),
                Digest.of(name.getBytes(UTF_8)),
                escalation);
    }

    SignedCard sign(Card card) {
        return SignedCard.sign(card, signing, CRYPTOGRAPHY);
    }

    NodeKeys keys() {
        return new NodeKeys(
                card(),
                signing,
                List.of(new NodeKeys.Sealing(card().card().sealing().id(), sealing)));
    }

    @Override
    public String toString() {
        return name;
    }
}
