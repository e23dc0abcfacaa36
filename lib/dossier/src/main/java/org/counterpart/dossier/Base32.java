package org.counterpart.dossier;

/// 128 bits as 26 lower-case letters and digits (RFC 4648 alphabet): can be typed and read over the phone.
final class Base32 {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 26;

    private Base32() {}

    static String of(byte[] bytes) {
        var out = new StringBuilder(LENGTH);
        for (int bit = 0; bit < 128; bit += 5) {
            int value = 0;
            for (int i = bit; i < bit + 5; i++) {
                value = value << 1 | (i < 128 ? bytes[i / 8] >> (7 - i % 8) & 1 : 0);
            }
            out.append(ALPHABET.charAt(value));
        }
        return out.toString();
    }

    /// @throws Malformed when the text is not the one spelling of 128 bits
    static String checked(String what, String text) {
        boolean known = text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        boolean whole =
                text.length() == LENGTH && ALPHABET.indexOf(text.charAt(LENGTH - 1)) % 4 == 0;
        if (!known || !whole) {
            throw new Malformed(what + " is not 26 letters or digits of lower-case base32");
        }
        return text;
    }
}
