package org.counterpart.app.command;

import picocli.CommandLine.Option;

import java.util.Iterator;
import java.util.List;

/// What an officer is. The node knows the roles; that this list is theirs is tested.
final class RoleOption {
    /// What the help lists.
    static final class Roles implements Iterable<String> {
        static final List<String> ALL =
                List.of(
                        "duty-officer",
                        "supervisor",
                        "prosecutor",
                        "central-authority",
                        "analyst",
                        "oversight",
                        "operator");

        @Override
        public Iterator<String> iterator() {
            return ALL.iterator();
        }
    }

    @Option(
            names = "--role",
            required = true,
            paramLabel = "ROLE",
            completionCandidates = Roles.class,
            description = "one of: ${COMPLETION-CANDIDATES}")
    private String role = "";

    String code() {
        return Typed.word("--role", Roles.ALL, role);
    }
}
