package org.counterpart.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// The kinds of file that a verification is given. They are easily mistaken for each other, so whoever gives a wrong one
/// is told what it is.
enum LedgerKind {
    EXPORT("export of a ledger", "counterpart-ledger ", "ledger export --out"),
    HEAD("saved head of a ledger", "counterpart/node/", "ledger head --out or --save-head"),
    CARD("signed card of a node", "{\"card\":", "peer card --out"),
    CONTENTS("file of contents of a dossier", "{\"dossier\":", "ledger contents --out");

    private static final int ENOUGH = 200;

    private final String words;
    private final String start;
    private final String maker;

    LedgerKind(String words, String start, String maker) {
        this.words = words;
        this.start = start;
        this.maker = maker;
    }

    /// What a file looks like from its first bytes; empty when like none of these, or when it cannot be read.
    static Optional<LedgerKind> of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String first =
                    new String(in.readNBytes(ENOUGH), StandardCharsets.UTF_8).replaceAll("\\s", "");
            return Arrays.stream(values())
                    .filter(kind -> first.startsWith(kind.start.replace(" ", "")))
                    .findFirst();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private String withArticle() {
        return (this == EXPORT ? "an " : "a ") + words;
    }

    /// What a person is told who gave a file for this kind that cannot be read as one.
    Misused notThis(Path file) {
        return new Misused(isNotThis(file), "Give what " + maker + " wrote, unchanged.");
    }

    /// One sentence: what the file is not, and what it is, if that can be seen.
    String isNotThis(Path file) {
        Optional<LedgerKind> seen = of(file);
        if (seen.filter(this::equals).isPresent()) {
            return "The file "
                    + file
                    + " begins like "
                    + withArticle()
                    + " and cannot be read as one: it was changed or cut off.";
        }
        return "The file "
                + file
                + " is not "
                + withArticle()
                + seen.map(kind -> ", but " + kind.withArticle()).orElse("")
                + ".";
    }
}
