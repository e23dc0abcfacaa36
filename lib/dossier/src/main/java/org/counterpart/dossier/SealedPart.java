package org.counterpart.dossier;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// The plaintext under an entry's encryption: salt, length, content, zeros up to the size class.
///
/// `salt (32) | length of content (4, big-endian) | content (RFC 8785) | zeros`
///
/// The content is the canonical bytes of a [Content].
final class SealedPart {
    private static final int SALT = 32;
    private static final int HEAD = SALT + 4;

    private final byte[] salt;
    private final byte[] content;

    SealedPart(byte[] salt, byte[] content) {
        this.salt = salt;
        this.content = content;
    }

    byte[] content() {
        return content;
    }

    /// SHA-256 over salt and content: what the envelope commits to.
    Digest commitment() {
        return Digest.of(salt, content);
    }

    SizeClass size() {
        return SizeClass.holding(HEAD + content.length);
    }

    byte[] padded() {
        ByteBuffer padded = ByteBuffer.allocate(size().bytes());
        padded.put(salt).putInt(content.length).put(content);
        return padded.array();
    }

    /// Reads what [#padded()] wrote.
    ///
    /// @throws Malformed when length or padding are not as written
    static SealedPart read(byte[] padded) {
        if (padded.length < HEAD) {
            throw new Malformed("a sealed part has at least " + HEAD + " bytes");
        }
        ByteBuffer buffer = ByteBuffer.wrap(padded);
        byte[] salt = new byte[SALT];
        buffer.get(salt);
        int length = buffer.getInt();
        if (length < 0 || length > buffer.remaining()) {
            throw new Malformed(
                    "the sealed part claims "
                            + length
                            + " bytes, "
                            + buffer.remaining()
                            + " are there");
        }
        byte[] content = new byte[length];
        buffer.get(content);
        var part = new SealedPart(salt, content);
        if (!Arrays.equals(part.padded(), padded)) {
            throw new Malformed("the padding is not zeros up to the size class");
        }
        return part;
    }
}
