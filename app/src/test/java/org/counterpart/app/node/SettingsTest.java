package org.counterpart.app.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.counterpart.app.node.StartSettings.DatabasePlace;
import org.counterpart.app.node.StartSettings.PasswordPlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

class SettingsTest {
    private final Map<String, String> environment = new TreeMap<>();
    private final Map<Setting, String> given = new EnumMap<>(Setting.class);

    @TempDir private Path data = Path.of(".");

    @Test
    void haveDefaultsForEverything() {
        StartSettings settings = read("sg");
        assertThat(settings.shared().state()).isEqualTo(new StateCode("SG"));
        assertThat(settings.shared().mode()).isEqualTo(Mode.DEMO);
        assertThat(settings.shared().listeners().federationAddress().isLoopbackAddress()).isTrue();
        assertThat(settings.shared().listeners().officersPort()).isBetween(8440, 8939);
        assertThat(settings.shared().listeners().federationPort()).isBetween(9440, 9939);
        assertThat(settings.database()).isInstanceOf(DatabasePlace.Undecided.class);
        assertThat(settings.keyPassword()).isInstanceOf(PasswordPlace.MadeAtFirstStart.class);
    }

    @Test
    void takeTheCommandLineBeforeTheEnvironmentBeforeTheFile() throws Exception {
        keep("state=VN\nmode=production\nclock-offset=PT0S\n");
        environment.put("COUNTERPART_MODE", "demo");
        environment.put("COUNTERPART_CLOCK_OFFSET", "PT5M");
        environment.put("COUNTERPART_ESCALATION", "Operations room, +84 24 0000");
        given.put(Setting.CLOCK_OFFSET, "PT-5M");
        Settings settings = read("sg").shared();
        assertThat(settings.state()).isEqualTo(new StateCode("VN"));
        assertThat(settings.mode()).isEqualTo(Mode.DEMO);
        assertThat(settings.clockOffset()).isEqualTo(Duration.ofMinutes(-5));
        assertThat(settings.escalation()).isEqualTo("Operations room, +84 24 0000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COUNTERPART_STATE | Singapore | two capital letters",
                "COUNTERPART_STATE | sg | two capital letters",
                "COUNTERPART_STATE | ZZ | two capital letters",
                "COUNTERPART_MODE | prod | demo or production",
                "COUNTERPART_OFFICERS_PORT | 0 | a port from 1 to 65535",
                "COUNTERPART_OFFICERS_PORT | 70000 | a port from 1 to 65535",
                "COUNTERPART_FEDERATION_PORT | 94x | a port from 1 to 65535",
                "COUNTERPART_FEDERATION_ADDRESS | localhost | an IP address",
                "COUNTERPART_FEDERATION_ADDRESS | 300.1.1.1 | an IP address",
                "COUNTERPART_FEDERATION_URL | http://a.example | starts with https://",
                "COUNTERPART_DB_URL | mysql://a | starts with jdbc:postgresql:",
                "COUNTERPART_ESCALATION | Room of 121 letters"
                    + " ..........................................................................................................."
                    + " | at most 120 characters",
                "COUNTERPART_CLOCK_OFFSET | ten minutes | ISO 8601 duration",
                "COUNTERPART_CLOCK_OFFSET | PT99999H | at most 400 days",
            })
    void stopTheStartWithTheNameTheValueAndWhatIsAllowed(
            String variable, String seen, String allowed) {
        environment.put(variable, seen);
        assertThatThrownBy(() -> read("sg"))
                .isInstanceOfSatisfying(
                        BadSetting.class,
                        bad -> {
                            assertThat(bad.sentence())
                                    .contains(variable, "\"" + seen + "\"", allowed);
                            assertThat(bad.exitCode()).isEqualTo(ExitCode.USAGE);
                        });
    }

    @Test
    void wantAPasswordAndARightClockInProduction() {
        environment.put("COUNTERPART_MODE", "production");
        assertThatThrownBy(() -> read("sg")).hasMessageContaining("COUNTERPART_KEY_PASSWORD_FILE");
        environment.put("COUNTERPART_KEY_PASSWORD_FILE", "/etc/key.password");
        assertThat(read("sg").keyPassword()).isInstanceOf(PasswordPlace.InFile.class);
        environment.put("COUNTERPART_CLOCK_OFFSET", "PT1S");
        assertThatThrownBy(() -> read("sg")).hasMessageContaining("else PT0S");
    }

    @Test
    void refuseANodeWithoutAStateOfItsOwn() {
        assertThatThrownBy(() -> read("singapore")).hasMessageContaining("COUNTERPART_STATE");
    }

    @Test
    void refuseWhatTheFileMayNotHold() throws Exception {
        keep("offcers-port=8440\n");
        assertThatThrownBy(() -> read("sg")).hasMessageContaining("offcers-port");
        keep("key-password=secret\n");
        assertThatThrownBy(() -> read("sg"))
                .hasMessageContaining("no passwords")
                .hasMessageNotContaining("secret");
    }

    @Test
    void neverChooseAPortThatAnotherNodeKeeps() throws Exception {
        Files.createDirectories(data.resolve("vn"));
        Files.writeString(
                data.resolve("vn/node.properties"), "officers-port=8440\nfederation-port=9440\n");
        assertThat(read("sg").shared().listeners().officersPort()).isGreaterThan(8440);
        assertThat(read("sg").shared().listeners().federationPort()).isGreaterThan(9440);
    }

    @Test
    void showNoPassword() {
        environment.put("COUNTERPART_KEY_PASSWORD", "hush");
        environment.put("COUNTERPART_DB_URL", "jdbc:postgresql://db/x");
        environment.put("COUNTERPART_DB_PASSWORD", "hush");
        assertThat(read("sg").toString()).doesNotContain("hush");
        assertThat(new StartOrder(new NodeName("sg"), data, Map.of(), environment).toString())
                .doesNotContain("hush");
    }

    @Test
    void areAllInTheTableOfTheOperationsPage() throws Exception {
        List<List<String>> rows = table();
        assertThat(rows.stream().map(List::getFirst))
                .containsExactlyElementsOf(
                        Arrays.stream(Setting.values()).map(Setting::key).toList());
        for (List<String> row : rows) {
            Setting setting = Setting.named(row.getFirst()).orElseThrow();
            assertThat(row.get(1)).isEqualTo(setting.variable());
            assertThat(row.get(2)).as("meaning of " + setting).isNotBlank();
            assertThat(row.get(3)).isEqualTo(setting.fallback());
        }
    }

    @ParameterizedTest
    @MethodSource("table")
    void acceptTheExampleOfTheOperationsPage(List<String> row) {
        environment.put("COUNTERPART_KEY_PASSWORD", "x");
        if (!row.getFirst().equals("mode")) {
            environment.put("COUNTERPART_MODE", "demo");
        }
        environment.put(row.get(1), row.get(4));
        assertThat(read("sg")).isNotNull();
    }

    /// The rows below "## Settings", their cells without back quotes.
    private static List<List<String>> table() throws Exception {
        Path page =
                Path.of(System.getProperty("counterpart.root", "..")).resolve("docs/operations.md");
        try (Stream<String> lines = Files.lines(page)) {
            return lines.dropWhile(line -> !line.equals("## Settings"))
                    .skip(1)
                    .takeWhile(line -> !line.startsWith("## "))
                    .filter(line -> line.startsWith("| `"))
                    .map(
                            line ->
                                    Arrays.stream(line.substring(2).split(" \\| ?", -1))
                                            .map(cell -> cell.replaceAll("^`([^`]*)`$", "$1"))
                                            .toList())
                    .toList();
        }
    }

    private void keep(String text) throws Exception {
        Files.createDirectories(data.resolve("sg"));
        Files.writeString(data.resolve("sg/node.properties"), text);
    }

    private StartSettings read(String name) {
        var node = new NodeName(name);
        NodeFolder folder = NodeFolder.of(data, node);
        var source = new SettingsSource(given, environment, NodeProperties.read(folder).all());
        try (var ports = new Ports(data)) {
            return StartSettings.read(node, folder, source, ports);
        }
    }
}
