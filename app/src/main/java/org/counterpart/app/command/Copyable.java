package org.counterpart.app.command;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A command as a person can copy it into the shell from which this one came, with quotes where the shell needs them.
/// What talks to a node comes from [Root#command], which adds the node and who asks.
final class Copyable {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private Copyable() {}

    /// A command that needs no node.
    static String of(String... words) {
        return of(Arrays.asList(words));
    }

    static String of(List<String> words) {
        return Stream.concat(Stream.of(program()), words.stream())
                .map(Copyable::quoted)
                .collect(Collectors.joining(" "));
    }

    /// As the script was called; it may lie in another folder.
    private static String program() {
        return System.getProperty("counterpart.program", "./counterpart");
    }

    /// One word for a POSIX shell: between single quotes nothing has a meaning but the quote itself.
    static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
