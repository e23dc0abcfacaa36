package org.counterpart.app.command;

import org.counterpart.app.node.ExitCode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The node understood and said no; the code and the words are the node's.
final class Refused extends CommandFailure {
    private final transient Blamed blamed;

    /// The part of the request that a refusal speaks of.
    ///
    /// @param allowed what may stand there, or is meant there; empty where the node names nothing
    record Blamed(String part, List<String> allowed) {
        static final Blamed NONE = new Blamed("", List.of());

        Blamed {
            allowed = List.copyOf(allowed);
        }
    }

    Refused(String code, String sentence, String next) {
        this(code, sentence, next, Blamed.NONE);
    }

    /// @param blamed the part to mend; [Blamed#NONE] where the node names none
    Refused(String code, String sentence, String next, Blamed blamed) {
        super(ExitCode.REFUSED, code, sentence, next);
        this.blamed = blamed;
    }

    Blamed blamed() {
        return blamed;
    }

    /// The desk that may allow it, where the node names one.
    Optional<String> author() {
        return blamed.part().equals("author")
                ? blamed.allowed().stream().findFirst()
                : Optional.empty();
    }

    /// The same, with a command that can be copied.
    Refused withCommand(String command) {
        return new Refused(
                code(), sentence(), next().map(step -> step + " ").orElse("") + command, blamed);
    }

    @Override
    Map<String, Object> json() {
        var fields = new LinkedHashMap<>(super.json());
        if (!blamed.equals(Blamed.NONE)) {
            fields.put("part", blamed.part());
            fields.put("allowed", blamed.allowed());
        }
        return fields;
    }
}
