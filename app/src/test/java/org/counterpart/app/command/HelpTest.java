package org.counterpart.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.access.Role;
import org.counterpart.app.directory.DeskKind;
import org.counterpart.app.exchange.PermissionGround;
import org.counterpart.app.exchange.RecallGround;
import org.counterpart.app.exchange.RefusalGround;
import org.counterpart.app.node.ExitCode;
import org.counterpart.dossier.Purpose;
import org.counterpart.dossier.Use;
import org.junit.jupiter.api.Test;

import picocli.CommandLine;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The help of every verb can be read on a narrow screen, and its lists are those of the node.
class HelpTest {
    private final List<CommandLine> all = new ArrayList<>();

    HelpTest() {
        collect(
                new Commands(
                                (_, _) -> ExitCode.DONE,
                                new PrintStream(PrintStream.nullOutputStream()),
                                new PrintStream(PrintStream.nullOutputStream()))
                        .line());
    }

    private void collect(CommandLine line) {
        all.add(line);
        line.getSubcommands().values().forEach(this::collect);
    }

    @Test
    void noLineIsWiderThanATerminal() {
        assertThat(all)
                .flatMap(verb -> verb.getUsageMessage().lines().toList())
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(80));
    }

    /// A paragraph that is broken by hand is broken a second time by the terminal.
    @Test
    void paragraphsAreBrokenByTheTerminalAlone() {
        assertThat(all)
                .flatMap(verb -> List.of(verb.getCommandSpec().usageMessage().footer()))
                .allMatch(line -> line.isEmpty() || Character.isUpperCase(line.charAt(0)));
        assertThat(all)
                .flatMap(verb -> verb.getCommandSpec().options())
                .allMatch(option -> option.description().length == 1);
    }

    @Test
    void listsAreComplete() {
        assertThat(help("refuse")).contains(words(RefusalGround.values()));
        assertThat(help("recall")).contains(words(RecallGround.values()));
        assertThat(help("permission refuse")).contains(words(PermissionGround.values()));
        assertThat(help("court")).contains(words(Purpose.values()));
        assertThat(help("ask")).contains(words(Purpose.values()));
        assertThat(help("desk add")).contains(words(DeskKind.values()));
        List<String> roles = Arrays.stream(Role.values()).map(Role::code).toList();
        assertThat(help("officer add")).contains(roles);
        assertThat(help("officer post")).contains(roles);
        assertThat(RoleOption.Roles.ALL).isEqualTo(roles);
        assertThat(DeskAddVerb.Kinds.ALL).isEqualTo(words(DeskKind.values()));
        assertThat(help("permission ask")).contains(words(Use.values()));
    }

    private static List<String> words(Enum<?>... codes) {
        return Stream.of(codes).map(Typed::word).toList();
    }

    /// In one line, so that no word is broken in two.
    private String help(String verb) {
        return all.stream()
                .filter(
                        line ->
                                line.getCommandSpec()
                                        .qualifiedName(" ")
                                        .equals("counterpart " + verb))
                .map(line -> line.getUsageMessage().replaceAll("\\s+", " "))
                .findFirst()
                .orElse("");
    }
}
