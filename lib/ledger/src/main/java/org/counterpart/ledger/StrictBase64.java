package org.counterpart.ledger;

import java.util.Base64;

/// Base 64 (RFC 4648, section 4) of which each value has exactly one spelling.
///
/// The decoder of the JDK ignores the spare bits of the last character (section 3.5), so without
/// this a signed file could be changed in bytes that nobody checks.
final class StrictBase64 {
    private StrictBase64() {}

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// Any other spelling is an [IllegalArgumentException].
    static byte[] decode(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (!encode(bytes).equals(text)) {
            throw new IllegalArgumentException("not the one spelling of its bytes");
        }
        return bytes;
    }
}
