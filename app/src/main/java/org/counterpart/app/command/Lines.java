package org.counterpart.app.command;

/// Lines of a label and what belongs to it; what has more than one line goes on below itself.
final class Lines {
    private static final int WIDTH = 10;

    private final StringBuilder lines = new StringBuilder();

    Lines plain(String line) {
        lines.append(line).append('\n');
        return this;
    }

    /// Nothing at all where there is nothing to say.
    Lines labelled(String label, String value) {
        if (!value.isBlank()) {
            String below = "\n" + " ".repeat(WIDTH + 4);
            plain(
                    "  "
                            + label
                            + " ".repeat(Math.max(0, WIDTH - label.length()))
                            + "  "
                            + String.join(below, value.strip().lines().toList()));
        }
        return this;
    }

    @Override
    public String toString() {
        return lines.toString().stripTrailing();
    }
}
