package org.counterpart.dossier;

/// A card with its node's signature over it.
///
/// @param signature 64 bytes, base64url
public record SignedCard(Card card, String signature) {
    public static SignedCard sign(Card card, Secret signing, Cryptography cryptography) {
        byte[] signature = Signatures.CARD.sign(cryptography, signing, card.json().bytes());
        return new SignedCard(card, Fields.encoded(signature));
    }

    /// Whether the card is its node's own, under a signing key and with a sealing key that may be admitted.
    public boolean isGenuine(Cryptography cryptography) {
        byte[] key = card.signingKeyBytes();
        return cryptography.admits(key)
                && cryptography.admitsSealing(card.sealing().bytes())
                && Signatures.CARD.verify(
                        cryptography,
                        key,
                        card.json().bytes(),
                        Fields.decoded("signature", signature));
    }

    public Json.Members json() {
        return Json.object().with("card", card.json()).with("signature", signature);
    }

    /// Reads what [#json()] wrote.
    ///
    /// @throws Malformed when this is not a signed card of version 1; whether it is genuine is another question
    public static SignedCard read(Json json) {
        Fields fields = Fields.of(json);
        var signed =
                new SignedCard(
                        Card.read(fields.object("card")),
                        Fields.encoded(fields.bytes("signature", 64)));
        fields.end();
        return signed;
    }
}
