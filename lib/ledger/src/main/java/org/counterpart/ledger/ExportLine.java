package org.counterpart.ledger;

import java.util.HexFormat;
import java.util.Optional;

/// One line of an export, without its newline. `README.md` has the format for other languages.
///
/// The words of a line are parted by one space; numbers are decimal without leading zeros, hashes
/// and salts lower-case hexadecimal, content and notes base 64.
sealed interface ExportLine {
    /// The most bytes of one content: with it the longest lawful line is known.
    int MOST_CONTENT = 1 << 20;

    /// The most bytes of one line: 4 for each 3 of content, and room for what stands around it.
    int MOST_BYTES = 1_500_000;

    String text();

    /// The first line: format, version and log.
    record Header(String log) implements ExportLine {
        @Override
        public String text() {
            return "counterpart-ledger 1 " + log;
        }
    }

    /// A leaf. The act of a held leaf is the rest of the line, exactly as it was hashed.
    record LeafLine(Leaf leaf) implements ExportLine {
        @Override
        public String text() {
            return switch (leaf) {
                case Leaf.Held(long number, Hash hash, Salt salt, String act) ->
                        "held " + number + " " + hash + " " + hex(salt) + " " + act;
                case Leaf.Erased(long number, Hash hash) -> "erased " + number + " " + hash;
            };
        }
    }

    /// The content that the leaf just before covers, with the salt of that content.
    record ContentLine(Salt salt, String base64) implements ExportLine {
        @Override
        public String text() {
            return "content " + hex(salt) + " " + base64;
        }

        Hash hash() {
            return salt.hash(StrictBase64.decode(base64));
        }
    }

    /// A signed note over all leaves before it.
    record CheckpointLine(String base64) implements ExportLine {
        @Override
        public String text() {
            return "checkpoint " + base64;
        }

        byte[] note() {
            return StrictBase64.decode(base64);
        }
    }

    /// The last line, which tells a whole file from one that broke off.
    record End(long size) implements ExportLine {
        @Override
        public String text() {
            return "end " + size;
        }
    }

    /// Empty when the text is no line: what was understood must be the same text again.
    static Optional<ExportLine> parse(String text) {
        try {
            return read(text.split(" ", 5)).filter(line -> line.text().equals(text));
        } catch (IllegalArgumentException | LedgerMisuse e) {
            return Optional.empty();
        }
    }

    private static Optional<ExportLine> read(String[] words) {
        return Optional.ofNullable(
                switch (words[0] + " " + words.length) {
                    case "counterpart-ledger 3" -> new Header(words[2]);
                    case "held 5" ->
                            new LeafLine(
                                    new Leaf.Held(
                                            Long.parseUnsignedLong(words[1]),
                                            Hash.parse(words[2]),
                                            Salt.of(HexFormat.of().parseHex(words[3])),
                                            words[4]));
                    case "erased 3" ->
                            new LeafLine(
                                    new Leaf.Erased(
                                            Long.parseUnsignedLong(words[1]),
                                            Hash.parse(words[2])));
                    case "content 3" ->
                            new ContentLine(
                                    Salt.of(HexFormat.of().parseHex(words[1])), base64(words[2]));
                    case "checkpoint 2" -> new CheckpointLine(base64(words[1]));
                    case "end 2" -> new End(Long.parseUnsignedLong(words[1]));
                    default -> null;
                });
    }

    private static String base64(String text) {
        LedgerMisuse.OutOfRange.check("base 64", StrictBase64.decode(text).length, 0, MOST_CONTENT);
        return text;
    }

    private static String hex(Salt salt) {
        return HexFormat.of().formatHex(salt.bytes());
    }
}
