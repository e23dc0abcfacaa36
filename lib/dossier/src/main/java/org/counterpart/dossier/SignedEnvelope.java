package org.counterpart.dossier;

import java.util.HexFormat;

/// An envelope with its author's signature over its identity.
///
/// @param id follows from the envelope; kept, because everything asks for it
/// @param signature 64 bytes, base64url
public record SignedEnvelope(EntryId id, Envelope envelope, String signature) {
    static SignedEnvelope sign(Envelope envelope, Secret signing, Cryptography cryptography) {
        EntryId id = envelope.id();
        byte[] signature = Signatures.ENTRY.sign(cryptography, signing, bytes(id));
        return new SignedEnvelope(id, envelope, Fields.encoded(signature));
    }

    /// Whether the holder of this signing key signed the identity of this envelope.
    public boolean isSignedBy(byte[] signingKey, Cryptography cryptography) {
        return Signatures.ENTRY.verify(
                cryptography, signingKey, bytes(id), Fields.decoded("signature", signature));
    }

    private static byte[] bytes(EntryId id) {
        return HexFormat.of().parseHex(id.hex());
    }

    public Json.Members json() {
        return Json.object().with("envelope", envelope.json()).with("signature", signature);
    }

    /// Reads what [#json()] wrote; the identity is computed, never believed.
    ///
    /// @throws Malformed when this is not a signed envelope
    public static SignedEnvelope read(Json json) {
        Fields fields = Fields.of(json);
        Envelope envelope = Envelope.read(fields.object("envelope"));
        var signed =
                new SignedEnvelope(
                        envelope.id(), envelope, Fields.encoded(fields.bytes("signature", 64)));
        fields.end();
        return signed;
    }

    public DossierId dossier() {
        return envelope.dossier();
    }

    public NodeId author() {
        return envelope.author();
    }

    public long sequence() {
        return envelope.sequence();
    }
}
