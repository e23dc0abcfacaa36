package org.counterpart.app.command;

/// Text as it may go to a terminal. What other nodes say is shown here, and a terminal obeys control sequences: they
/// could hide a word, or move the cursor and write another one over it. The same goes for characters that turn the
/// direction of reading around, which no language needs (Unicode Technical Report 36, 2.10.1). A tab is a space.
final class Printable {
    private static final int REPLACEMENT = 0xFFFD;

    private Printable() {}

    static String of(String text) {
        return text.codePoints()
                .map(point -> point == '\t' ? ' ' : point)
                .map(point -> isSafe(point) ? point : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isSafe(int point) {
        boolean overrides = point == 0x202D || point == 0x202E;
        boolean controls = Character.isISOControl(point) && point != '\n';
        return !overrides && !controls;
    }
}
