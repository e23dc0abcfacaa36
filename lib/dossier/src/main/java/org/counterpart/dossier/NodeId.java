package org.counterpart.dossier;

/// The identity of a node: the first 128 bits of SHA-256 over its signing key, 32 lower-case hex digits.
///
/// Whoever holds the signing key can check that it belongs to the identity; no registry is asked.
public record NodeId(String hex) implements Comparable<NodeId> {
    public NodeId {
        Fields.hex("node id", hex, 16);
    }

    /// The identity that belongs to a raw Ed25519 public key of 32 bytes.
    public static NodeId of(byte[] signingKey) {
        return new NodeId(Fields.hex(Digest.sha256(signingKey)).substring(0, 32));
    }

    @Override
    public int compareTo(NodeId other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
