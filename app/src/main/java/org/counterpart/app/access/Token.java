package org.counterpart.app.access;

import org.counterpart.app.node.Secret;
import org.counterpart.app.node.SecretAccess;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// What an officer shows to be let in: the officer's id, a dot, and 256 random bits in base64url.
///
/// The id is no secret; it finds the row, so that the secret is only ever compared, in constant time. The database
/// holds a plain SHA-256: with 256 bits there is nothing to stretch.
record Token(OfficerId officer, Secret text) {
    private static final Pattern FORM = Pattern.compile("([a-z2-7]{26})\\.[A-Za-z0-9_-]{43}");
    private static final int BYTES = 32;

    static Token draw(OfficerId officer, SecureRandom random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        return new Token(officer, Secret.ofText(officer.text() + "." + secret));
    }

    static Optional<Token> parse(String text) {
        var match = FORM.matcher(text);
        return match.matches()
                ? OfficerId.parse(match.group(1))
                        .map(officer -> new Token(officer, Secret.ofText(text)))
                : Optional.empty();
    }

    /// What the database keeps, in hexadecimal.
    String sha256() {
        try {
            byte[] bytes = text.bytes(SecretAccess.GRANTED);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// In constant time.
    boolean matches(String otherSha256) {
        return MessageDigest.isEqual(
                otherSha256.getBytes(StandardCharsets.US_ASCII),
                sha256().getBytes(StandardCharsets.US_ASCII));
    }

    /// One line of ASCII, as the command line reads it.
    byte[] line() {
        String line =
                new String(text.bytes(SecretAccess.GRANTED), StandardCharsets.US_ASCII) + "\n";
        return line.getBytes(StandardCharsets.US_ASCII);
    }
}
