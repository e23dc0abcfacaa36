package org.counterpart.dossier;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What a node puts its key to. The purpose stands in front of the bytes, so no signature serves two purposes.
public enum Signatures {
    ENTRY("counterpart/entry/v1"),
    WRAP("counterpart/wrap/v1"),
    RECEIPT("counterpart/receipt/v1"),
    CARD("counterpart/card/v1");

    private final String context;

    Signatures(String context) {
        this.context = context + "\n";
    }

    byte[] message(byte[] body) {
        byte[] prefix = context.getBytes(StandardCharsets.US_ASCII);
        byte[] message = Arrays.copyOf(prefix, prefix.length + body.length);
        System.arraycopy(body, 0, message, prefix.length, body.length);
        return message;
    }

    public byte[] sign(Cryptography cryptography, Secret signing, byte[] body) {
        return cryptography.sign(signing, message(body));
    }

    public boolean verify(
            Cryptography cryptography, byte[] signingKey, byte[] body, byte[] signature) {
        return cryptography.verify(signingKey, message(body), signature);
    }
}
