package org.counterpart.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.NodeApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.DiagramOptions;
import org.springframework.modulith.docs.Documenter.Options;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The areas keep to their contracts, and the picture of them in `docs/architecture` is drawn from the code.
class AreasTest {
    private static final ApplicationModules AREAS =
            ApplicationModules.of(NodeApplication.class.getPackageName());

    @TempDir private Path drawn = Path.of(".");

    @Test
    void useOnlyEachOthersContractsAndHaveNoCycle() {
        AREAS.verify();
    }

    @Test
    void areDrawnAsTheyAre() throws Exception {
        new Documenter(AREAS, Options.defaults().withOutputFolder(drawn.toString()))
                .writeModulesAsPlantUml(
                        DiagramOptions.defaults().withStyle(DiagramOptions.DiagramStyle.UML));
        String plant = inOrder(Files.readString(drawn.resolve("components.puml")));
        assertThat(List.of(same("areas.puml", plant), same("areas.md", mermaid())))
                .as("docs/architecture has changed and is written anew; commit it")
                .doesNotContain(false);
    }

    /// A picture that has changed is written anew, so that it only has to be committed.
    private static boolean same(String name, String fresh) throws Exception {
        Path committed = Repository.root().resolve("docs/architecture").resolve(name);
        String before = Files.exists(committed) ? Files.readString(committed) : "";
        if (!before.equals(fresh)) {
            Files.createDirectories(committed.resolveSibling("."));
            Files.writeString(committed, fresh);
        }
        return before.equals(fresh);
    }

    /// Neighbouring lines of one kind in one order, whatever order the documenter had them in.
    private static String inOrder(String text) {
        List<String> lines = new ArrayList<>();
        List<String> run = new ArrayList<>();
        for (String line : text.lines().toList()) {
            boolean sortable = line.startsWith("  component ") || line.startsWith("Modules.");
            if (!sortable || (!run.isEmpty() && line.charAt(0) != run.getFirst().charAt(0))) {
                run.stream().sorted().forEach(lines::add);
                run.clear();
            }
            (sortable ? run : lines).add(line);
        }
        run.stream().sorted().forEach(lines::add);
        return String.join("\n", lines) + "\n";
    }

    /// The same picture in the form that a code host shows.
    private static String mermaid() {
        String boxes =
                AREAS.stream()
                        .sorted()
                        .map(area -> "    " + area.getIdentifier() + "\n")
                        .collect(Collectors.joining());
        String arrows =
                AREAS.stream().sorted().map(AreasTest::arrows).collect(Collectors.joining());
        return "# Areas of the process\n\n"
                + "Drawn by `AreasTest` from the code; an arrow means *uses the contract"
                + " of*.\n\n"
                + "```mermaid\n"
                + "flowchart TD\n"
                + boxes
                + arrows
                + "```\n";
    }

    private static String arrows(ApplicationModule area) {
        return area.getDirectDependencies(AREAS)
                .uniqueModules()
                .sorted()
                .map(
                        other ->
                                "    "
                                        + area.getIdentifier()
                                        + " --> "
                                        + other.getIdentifier()
                                        + "\n")
                .collect(Collectors.joining());
    }
}
