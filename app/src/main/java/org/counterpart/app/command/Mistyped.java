package org.counterpart.app.command;

import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// A command that the parser does not understand, told in the form of every other misuse. The parser's own texts name
/// types and fields; a person reads the option, what was given, and what is allowed.
final class Mistyped {
    private final ParameterException problem;
    private final CommandSpec verb;

    private Mistyped(ParameterException problem) {
        this.problem = problem;
        this.verb = problem.getCommandLine().getCommandSpec();
    }

    static Misused of(ParameterException problem) {
        return new Mistyped(problem).told();
    }

    private Misused told() {
        return switch (problem) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched);
            case MissingParameterException missing -> new Misused(missing(missing));
            case MutuallyExclusiveArgsException _ -> new Misused(together());
            case OverwrittenOptionException twice ->
                    new Misused(name(twice.getOverwritten()) + " is given twice; allowed is once.");
            default -> other();
        };
    }

    private Misused other() {
        ArgSpec word = problem.getArgSpec();
        if (word != null && problem.getValue() != null) {
            return Misused.value(name(word), problem.getValue(), allowed(word));
        }
        if (!(verb.userObject() instanceof Callable)) {
            return new Misused(
                    "The verb of " + verb() + " is missing; allowed is " + verbs() + ".");
        }
        return new Misused(String.valueOf(problem.getMessage()).replaceFirst("\\.?$", "."));
    }

    private Misused unmatched(UnmatchedArgumentException unmatched) {
        String first = unmatched.getUnmatched().getFirst();
        if (unmatched.isUnknownOption()) {
            return new Misused(
                    verb() + " has no option " + first.replaceFirst("=.*", "") + ".",
                    meant(unmatched.getSuggestions()));
        }
        if (!verb.subcommands().isEmpty()) {
            return new Misused(
                    verb() + " has no verb \"" + first + "\"; allowed is " + verbs() + ".",
                    meant(unmatched.getSuggestions()));
        }
        return new Misused(
                verb() + " has no place for the word \"" + first + "\".",
                "Words that belong together stand between quotes.");
    }

    private static String meant(List<String> suggestions) {
        return suggestions.isEmpty() ? "" : "Did you mean " + Typed.oneOf(suggestions) + "?";
    }

    /// The option without its value is told like the option that is not there: what is missing is the two together.
    private String missing(MissingParameterException exception) {
        List<ArgSpec> missing = notGiven(exception);
        ArgGroupSpec group = missing.isEmpty() ? null : missing.getFirst().group();
        if (group != null && group.exclusive()) {
            return Typed.oneOf(alternatives(group)) + " is missing.";
        }
        if (verb.argGroups().stream().anyMatch(this::isGivenTwice)) {
            return together();
        }
        List<String> names = missing.stream().map(Mistyped::form).toList();
        return Typed.allOf(names) + (names.size() == 1 ? " is missing." : " are missing.");
    }

    /// The parser hands over all that belong together, and names in its text those of them that are not there.
    private static List<ArgSpec> notGiven(MissingParameterException exception) {
        String text = String.valueOf(exception.getMessage());
        List<ArgSpec> named =
                exception.getMissing().stream().filter(word -> text.contains(name(word))).toList();
        return named.isEmpty() ? exception.getMissing() : named;
    }

    /// Then what is missing of the one matters no longer.
    private boolean isGivenTwice(ArgGroupSpec group) {
        List<String> typed = problem.getCommandLine().getParseResult().originalArgs();
        return group.exclusive()
                && alternatives(group).stream().filter(typed::contains).count() > 1;
    }

    private String together() {
        return verb.argGroups().stream()
                .filter(ArgGroupSpec::exclusive)
                .map(
                        group ->
                                Typed.allOf(alternatives(group))
                                        + " exclude each other; allowed is one of them.")
                .findFirst()
                .orElse("Two options are given that exclude each other.");
    }

    private static List<String> alternatives(ArgGroupSpec group) {
        List<String> names = new ArrayList<>();
        group.args().forEach(word -> names.add(name(word)));
        group.subgroups()
                .forEach(sub -> sub.args().stream().findFirst().ifPresent(w -> names.add(name(w))));
        return names;
    }

    private static String name(ArgSpec word) {
        return word instanceof OptionSpec option ? option.longestName() : word.paramLabel();
    }

    private static String form(ArgSpec word) {
        return word instanceof OptionSpec option && option.arity().max() > 0
                ? option.longestName() + " " + option.paramLabel()
                : name(word);
    }

    private static String allowed(ArgSpec word) {
        Class<?> type = word.auxiliaryTypes()[0];
        if (type == boolean.class) {
            return "the option alone, without a value";
        }
        if (type == LocalDate.class) {
            return Typed.A_DAY;
        }
        return type == Path.class ? "the path of a file or folder" : word.paramLabel();
    }

    /// `peer add` of the command whose full name is `counterpart peer add`.
    private String verb() {
        return verb.qualifiedName(" ").replaceFirst("^counterpart ", "");
    }

    private String verbs() {
        return Typed.oneOf(List.copyOf(verb.subcommands().keySet()));
    }
}
