package org.counterpart.app.federation;

import org.counterpart.dossier.Cryptography;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Secret;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The signature on a request between nodes: RFC 9421 with one fixed set of components, and nothing to negotiate.
///
/// Covered are method, path, type and digest of the body (RFC 9530). Not the authority: a node may be reached by more
/// than one name, and the batch says for whom it is. `created` is recorded and not enforced, because a peer whose
/// clock is wrong must still reach us; a replay shows by its nonce.
///
/// @param digest the value of `Content-Digest`
/// @param input the value of `Signature-Input`
/// @param signature the value of `Signature`
record RequestSignature(String digest, String input, String signature) {
    static final String CONTENT_TYPE = "application/json";

    private static final Pattern INPUT =
            Pattern.compile(
                    "sig1=\\(\"@method\" \"@path\" \"content-type\" \"content-digest\"\\)"
                        + "(;created=(\\d{1,12});keyid=\"([0-9a-f]{32})\";alg=\"ed25519\";nonce=\"([A-Za-z0-9_-]{22})\")");
    private static final Pattern SIGNATURE = Pattern.compile("sig1=:([A-Za-z0-9+/]{86}==):");

    /// Who says to have signed, when, and the nonce.
    record Claim(NodeId node, Instant created, String nonce) {}

    /// @param signing the key of the node that is claimed
    static RequestSignature sign(
            String path, byte[] body, Claim claim, Secret signing, Cryptography cryptography) {
        String digest = digestOf(body);
        String parameters =
                ";created=%d;keyid=\"%s\";alg=\"ed25519\";nonce=\"%s\""
                        .formatted(
                                claim.created().getEpochSecond(),
                                claim.node().hex(),
                                claim.nonce());
        SignatureBase base = base(path, digest, parameters);
        byte[] signature = cryptography.sign(signing, base.bytes());
        return new RequestSignature(
                digest,
                "sig1=" + base.input(),
                "sig1=:" + Base64.getEncoder().encodeToString(signature) + ":");
    }

    private static SignatureBase base(String path, String digest, String parameters) {
        return new SignatureBase(
                List.of(
                        new SignatureBase.Component("@method", "POST"),
                        new SignatureBase.Component("@path", path),
                        new SignatureBase.Component("content-type", CONTENT_TYPE),
                        new SignatureBase.Component("content-digest", digest)),
                parameters);
    }

    /// What the request claims; empty when it is not signed in the one form.
    Optional<Claim> claim() {
        Matcher matcher = INPUT.matcher(input);
        if (!matcher.matches() || !SIGNATURE.matcher(signature).matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new Claim(
                        new NodeId(matcher.group(3)),
                        Instant.ofEpochSecond(Long.parseLong(matcher.group(2))),
                        matcher.group(4)));
    }

    /// Whether the holder of this key signed this request, with whatever body has the digest that it states.
    boolean isBy(byte[] signingKey, String path, Cryptography cryptography) {
        Matcher claimed = INPUT.matcher(input);
        Matcher signed = SIGNATURE.matcher(signature);
        return claimed.matches()
                && signed.matches()
                && cryptography.verify(
                        signingKey,
                        base(path, digest, claimed.group(1)).bytes(),
                        Base64.getDecoder().decode(signed.group(1)));
    }

    /// Whether this is the body that was signed.
    boolean isOver(byte[] body) {
        return digest.equals(digestOf(body));
    }

    /// RFC 9530: `sha-256=:...:`.
    static String digestOf(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":";
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
