package org.counterpart.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A text with the signatures of any number of keys: C2SP signed-note, byte for byte.
///
/// Signature lines of keys that we do not know are kept as they came. That is the place where
/// witnesses will co-sign (C2SP tlog-cosignature, type 0x04).
///
/// @param text the signed text, ending in a newline
record SignedNote(String text, List<Signature> signatures) {
    /// Room for 16 signatures of the largest kind (5 kB, signed-note "Format"), and some more.
    private static final int MOST_BYTES = 128 * 1024;

    private static final Pattern LINE =
            Pattern.compile(
                    "\u2014 ([^\\s+]+) ([A-Za-z0-9+/]+=*)", Pattern.UNICODE_CHARACTER_CLASS);

    SignedNote {
        signatures = List.copyOf(signatures);
    }

    /// One signature line.
    ///
    /// @param key name of the key that signed
    /// @param base64 key id (4 bytes) and signature, as on the line
    record Signature(String key, String base64) {
        private static final int ID_BYTES = 4;

        static Signature of(String key, String keyId, byte[] signature) {
            byte[] line =
                    Arrays.copyOf(HexFormat.of().parseHex(keyId), ID_BYTES + signature.length);
            System.arraycopy(signature, 0, line, ID_BYTES, signature.length);
            return new Signature(key, StrictBase64.encode(line));
        }

        /// 8 hexadecimal digits.
        String keyId() {
            return HexFormat.of().formatHex(StrictBase64.decode(base64), 0, ID_BYTES);
        }

        byte[] signature() {
            byte[] line = StrictBase64.decode(base64);
            return Arrays.copyOfRange(line, ID_BYTES, line.length);
        }

        private boolean isWhole() {
            return StrictBase64.decode(base64).length > ID_BYTES;
        }
    }

    byte[] bytes() {
        return signatures.stream()
                .map(s -> "\u2014 %s %s\n".formatted(s.key(), s.base64()))
                .collect(Collectors.joining("", text + "\n", ""))
                .getBytes(UTF_8);
    }

    /// Empty when the bytes are not a note. What was understood is written again and must be the
    /// same bytes, which also refuses wrong UTF-8 and a missing last newline.
    static Optional<SignedNote> parse(byte[] bytes) {
        String all = new String(bytes, UTF_8);
        int split = all.lastIndexOf("\n\n");
        if (bytes.length > MOST_BYTES || split < 0 || holdsControls(all)) {
            return Optional.empty();
        }
        return signatures(all.substring(split + 2))
                .map(signatures -> new SignedNote(all.substring(0, split + 1), signatures))
                .filter(note -> Arrays.equals(note.bytes(), bytes));
    }

    private static boolean holdsControls(String text) {
        return text.chars().anyMatch(c -> c < ' ' && c != '\n');
    }

    private static Optional<List<Signature>> signatures(String lines) {
        var read = new ArrayList<Signature>();
        try {
            for (String line : lines.lines().toList()) {
                var match = LINE.matcher(line);
                if (!match.matches()) {
                    return Optional.empty();
                }
                read.add(new Signature(match.group(1), match.group(2)));
            }
            boolean whole = !read.isEmpty() && read.stream().allMatch(Signature::isWhole);
            return whole ? Optional.of(read) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
