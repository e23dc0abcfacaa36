package org.counterpart.app.command;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hands in what an officer says to other desks. Where it rests on what its originator has not released, the refusal comes
/// with the commands that ask for it, or that bring in whom it is for.
final class Saying {
    private static final Pattern ASKED_OF =
            Pattern.compile("(?<entry>[0-9a-f]+) of (?<author>\\S+) for (?<desks>.+)");
    private static final Pattern OUTSIDE = Pattern.compile("(?<entry>[0-9a-f]+) for (?<desks>.+)");

    private final Root root;

    Saying(Root root) {
        this.root = root;
    }

    JsonNode at(String door, Map<String, Object> body) {
        try {
            return new NodeClient(root).post(door, body);
        } catch (Refused e) {
            List<String> commands = commands(e.blamed());
            throw commands.isEmpty() ? e : e.withCommand("\n  " + String.join("\n  ", commands));
        }
    }

    private List<String> commands(Refused.Blamed blamed) {
        return switch (blamed.part()) {
            case "source" ->
                    blamed.allowed().stream()
                            .flatMap(one -> matched(ASKED_OF, one).map(this::asking).stream())
                            .toList();
            case "not-in-dossier" ->
                    blamed.allowed().stream()
                            .flatMap(
                                    one ->
                                            matched(OUTSIDE, one).stream()
                                                    .flatMap(match -> adding(match).stream()))
                            .toList();
            default -> List.of();
        };
    }

    private static Optional<Matcher> matched(Pattern pattern, String text) {
        Matcher match = pattern.matcher(text);
        return match.matches() ? Optional.of(match) : Optional.empty();
    }

    private String asking(Matcher match) {
        String entry = match.group("entry");
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "permission",
                                "ask",
                                entry,
                                entry,
                                "--of",
                                match.group("author"),
                                "--use",
                                "forward"));
        for (String desk : match.group("desks").split(", ", -1)) {
            words.addAll(List.of("--for", desk));
        }
        words.addAll(List.of("--reason", "TEXT"));
        return root.command(words.toArray(String[]::new));
    }

    private List<String> adding(Matcher match) {
        return Arrays.stream(match.group("desks").split(", ", -1))
                .map(
                        desk ->
                                root.command(
                                        "members",
                                        "add",
                                        match.group("entry"),
                                        desk,
                                        "--reason",
                                        "TEXT"))
                .toList();
    }
}
