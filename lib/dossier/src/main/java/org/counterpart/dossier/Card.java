package org.counterpart.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What a node says of itself to others: who it is, where it listens, which keys to trust, whom to telephone.
///
/// Signed by the node's own key, whose hash is the node's identity, so a card can be carried by anybody. It proves
/// who speaks, never that this is truly a state's node: that is what two operators settle by telephone, with
/// the [#fingerprint()].
///
/// @param serial grows by one with every new card of the node; the highest counts
/// @param addresses where its federation door listens, as `https://host:port`
/// @param tlsKey SHA-256 over the SPKI of its TLS key: the pin
/// @param escalation whom to telephone when nobody answers, an office and never a person
public record Card(
        NodeId node,
        StateCode state,
        long serial,
        List<String> addresses,
        String signingKey,
        SealingKey sealing,
        Digest tlsKey,
        String escalation) {
    private static final int MAX_ADDRESSES = 4;

    public Card {
        addresses = List.copyOf(addresses);
        byte[] key = Fields.decoded("signing key", signingKey);
        if (key.length != 32 || !NodeId.of(key).equals(node)) {
            throw new Malformed("the node id is not that of the signing key");
        }
        if (serial < 1) {
            throw new Malformed("serial " + serial + " is below 1");
        }
    }

    public byte[] signingKeyBytes() {
        return Fields.decoded("signing key", signingKey);
    }

    /// Six groups of five digits, made from SHA-256 over the signing key: read aloud and compared by telephone.
    public String fingerprint() {
        byte[] hash = Digest.sha256(signingKeyBytes());
        var groups = new ArrayList<String>();
        for (int i = 0; i < 6; i++) {
            long value = 0;
            for (int j = 0; j < 5; j++) {
                value = value << 8 | (hash[5 * i + j] & 0xff);
            }
            groups.add("%05d".formatted(value % 100_000));
        }
        return String.join(" ", groups);
    }

    public Json.Members json() {
        return Json.object()
                .with("version", 1)
                .with("node", node.hex())
                .with("state", state.letters())
                .with("serial", serial)
                .with("addresses", Json.texts(addresses))
                .with("signingKey", signingKey)
                .with("sealingKey", sealing.key())
                .with("sealingNotAfter", sealing.notAfter().toEpochMilli())
                .with("tlsKey", tlsKey.hex())
                .with("escalation", escalation);
    }

    /// @throws Malformed when the members are not those of a card of version 1
    static Card read(Fields fields) {
        if (fields.whole("version") != 1) {
            throw new Malformed("only cards of version 1 are known");
        }
        var card =
                new Card(
                        fields.code("node", NodeId::new),
                        fields.code("state", StateCode::new),
                        fields.whole("serial"),
                        fields.texts("addresses", MAX_ADDRESSES, address -> address),
                        fields.code("signingKey"),
                        new SealingKey(fields.code("sealingKey"), instant(fields)),
                        fields.code("tlsKey", Digest::new),
                        fields.code("escalation"));
        fields.end();
        return card;
    }

    private static Instant instant(Fields fields) {
        return fields.instant("sealingNotAfter");
    }
}
