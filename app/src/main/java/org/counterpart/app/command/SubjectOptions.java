package org.counterpart.app.command;

import org.counterpart.app.exchange.SubjectKind;

import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// What it is about: identifiers of things and documents.
final class SubjectOptions {
    /// What the help lists.
    static final class Kinds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return SubjectKind.codes().iterator();
        }
    }

    @Option(
            names = "--subject",
            paramLabel = "KIND=VALUE",
            completionCandidates = Kinds.class,
            description =
                    "such as container=ABCU1234567, may be repeated; kinds:"
                            + " ${COMPLETION-CANDIDATES}")
    private List<String> subjects = new ArrayList<>();

    @Option(
            names = "--constructed",
            description = "the subjects are made up for practice; that is shown wherever they are")
    private boolean constructed;

    List<Map<String, Object>> json() {
        return subjects.stream().map(this::json).toList();
    }

    private Map<String, Object> json(String subject) {
        int equals = subject.indexOf('=');
        if (equals < 1) {
            throw Misused.value("--subject", subject, "KIND=VALUE, such as container=ABCU1234567");
        }
        return Map.of(
                "kind", kind(subject.substring(0, equals)),
                "value", subject.substring(equals + 1),
                "constructed", constructed);
    }

    private static String kind(String typed) {
        return Typed.word("--subject", SubjectKind.codes(), typed);
    }
}
