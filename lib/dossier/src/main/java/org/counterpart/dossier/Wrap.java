package org.counterpart.dossier;

/// The key of one entry, sealed to one node, signed by the node that made it.
///
/// The signature covers the ciphertext too. So who altered a parcel can be told apart from who sealed rubbish:
/// a carrier can break the first and is refused, the author answers for the second and the entry is void.
///
/// @param recipient the only node that can open it
/// @param keyId which of the recipient's sealing keys it was made for
/// @param wrapped encapsulated key and ciphertext of HPKE, 80 bytes, base64url
/// @param maker the author, or a holder who forwards or releases
/// @param under the entry that allows it: the entry itself when its author delivers it, else a forward or a release
/// @param signature the maker's, over the other members, the entry and the digest of its ciphertext; base64url
public record Wrap(
        NodeId recipient,
        String keyId,
        String wrapped,
        NodeId maker,
        EntryId under,
        String signature) {
    /// What the maker says in it, to be signed.
    record Claim(NodeId recipient, String keyId, String wrapped, NodeId maker, EntryId under) {
        /// What the signature covers.
        Json.Members about(EntryId entry, Digest ciphertext) {
            return json().with("entry", entry.hex()).with("ciphertext", ciphertext.hex());
        }

        Wrap signed(String signature) {
            return new Wrap(recipient, keyId, wrapped, maker, under, signature);
        }

        private Json.Members json() {
            return Json.object()
                    .with("recipient", recipient.hex())
                    .with("key", keyId)
                    .with("wrapped", wrapped)
                    .with("maker", maker.hex())
                    .with("under", under.hex());
        }
    }

    Claim claim() {
        return new Claim(recipient, keyId, wrapped, maker, under);
    }

    byte[] wrappedBytes() {
        return Fields.decoded("wrapped key", wrapped);
    }

    public Json.Members json() {
        return claim().json().with("signature", signature);
    }

    /// Reads what [#json()] wrote.
    ///
    /// @throws Malformed when this is not a wrap
    public static Wrap read(Json json) {
        Fields fields = Fields.of(json);
        var wrap =
                new Wrap(
                        fields.code("recipient", NodeId::new),
                        fields.code("key"),
                        Fields.encoded(fields.bytes("wrapped", 80)),
                        fields.code("maker", NodeId::new),
                        fields.code("under", EntryId::new),
                        Fields.encoded(fields.bytes("signature", 64)));
        fields.end();
        return wrap;
    }
}
