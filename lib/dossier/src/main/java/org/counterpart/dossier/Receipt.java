package org.counterpart.dossier;

import org.counterpart.ledger.Hash;
import org.counterpart.ledger.InclusionProof;

import java.time.Instant;
import java.util.HexFormat;

/// A node's word that an entry's content is stored with it, given after its commit.
///
/// A batch of receipts costs one signature: it stands over the root of a small Merkle tree (RFC 9162), and each
/// receipt carries its own proof, so that it can be passed on without the others.
///
/// @param at the receiver's clock when it stored the entry
/// @param root of the batch's tree, hex
/// @param signature 64 bytes over the root, base64url
public record Receipt(
        NodeId by, EntryId entry, Instant at, InclusionProof proof, Digest root, String signature) {
    private static final int MAX_PATH = 16;

    public Receipt {
        at = Fields.asSent(at);
    }

    static Hash leaf(NodeId by, EntryId entry, Instant at) {
        return Hash.ofLeaf(statement(by, entry, at).bytes());
    }

    private static Json.Members statement(NodeId by, EntryId entry, Instant at) {
        return Json.object()
                .with("by", by.hex())
                .with("entry", entry.hex())
                .with("at", at.toEpochMilli());
    }

    /// Whether the holder of this signing key gave this receipt.
    public boolean isSignedBy(byte[] signingKey, Cryptography cryptography) {
        byte[] rootBytes = root.bytes();
        return proof.verify(leaf(by, entry, at), Hash.of(rootBytes))
                && Signatures.RECEIPT.verify(
                        cryptography,
                        signingKey,
                        rootBytes,
                        Fields.decoded("signature", signature));
    }

    public Json.Members json() {
        return statement(by, entry, at)
                .with("index", proof.leaf())
                .with("size", proof.size())
                .with("path", Json.texts(proof.path().stream().map(Hash::hex).toList()))
                .with("root", root.hex())
                .with("signature", signature);
    }

    /// Reads what [#json()] wrote.
    ///
    /// @throws Malformed when this is not a receipt; whether it is genuine is another question
    public static Receipt read(Json json) {
        Fields fields = Fields.of(json);
        var receipt =
                new Receipt(
                        fields.code("by", NodeId::new),
                        fields.code("entry", EntryId::new),
                        fields.instant("at"),
                        new InclusionProof(
                                fields.whole("index"),
                                fields.whole("size"),
                                fields.texts("path", MAX_PATH, Receipt::hash)),
                        fields.code("root", Digest::new),
                        Fields.encoded(fields.bytes("signature", 64)));
        fields.end();
        return receipt;
    }

    private static Hash hash(String hex) {
        return Hash.of(HexFormat.of().parseHex(Fields.hex("hash", hex, 32)));
    }
}
