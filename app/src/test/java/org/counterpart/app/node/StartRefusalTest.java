package org.counterpart.app.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.counterpart.app.NodeApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A start that cannot be done says why in one sentence, and leaves nothing half made.
class StartRefusalTest {
    @TempDir private Path top = Path.of(".");

    @Test
    void refusesAPortThatWasTakenSince() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(
                            () ->
                                    start(
                                            Map.of(
                                                    "COUNTERPART_OFFICERS_PORT",
                                                    "" + taken.getLocalPort())))
                    .isInstanceOf(PortTaken.class)
                    .hasMessageContaining(
                            "Port " + taken.getLocalPort() + " (officers-port) is taken")
                    .hasMessageContaining("COUNTERPART_OFFICERS_PORT");
        }
        assertThat(data().resolve("sg/node.properties")).doesNotExist();
    }

    @Test
    void choosesPortsAnewWhereTheFirstStartFailed() throws Exception {
        int free = Ports.anyFree();
        assertThatThrownBy(
                        () ->
                                start(
                                        Map.of(
                                                "COUNTERPART_DB_URL",
                                                "jdbc:postgresql://127.0.0.1:" + free + "/x")))
                .isInstanceOf(DatabaseUnavailable.class);

        assertThat(Files.readString(data().resolve("sg/node.properties")))
                .contains("state=SG")
                .doesNotContain("port");
    }

    @Test
    void twoThatStartAtOnceChooseDifferentPorts() {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (var first = new Ports(top.resolve("one"));
                var second = new Ports(top.resolve("two"))) {
            int port = first.firstFree(here, Ports.OFFICERS_BASE);

            assertThat(second.firstFree(here, Ports.OFFICERS_BASE)).isNotEqualTo(port);
            assertThat(first.chose(port)).isTrue();
            assertThat(second.chose(port)).isFalse();
        }
    }

    @Test
    void refusesToBecomeTheNodeOfAnotherState() throws Exception {
        Files.createDirectories(data().resolve("sg"));
        Files.writeString(data().resolve("sg/node.properties"), "state=SG\n");
        assertThatThrownBy(() -> start(Map.of("COUNTERPART_STATE", "VN")))
                .hasMessageContaining("this node was made for that state");
    }

    @Test
    void makesNothingWhenASettingIsBad() {
        assertThatThrownBy(() -> start(Map.of("COUNTERPART_MODE", "test")))
                .isInstanceOf(BadSetting.class);
        assertThat(data().resolve("sg")).doesNotExist();
    }

    @Test
    void saysWhichDatabaseDoesNotAnswer() throws Exception {
        int free = Ports.anyFree();
        assertThatThrownBy(
                        () ->
                                start(
                                        Map.of(
                                                "COUNTERPART_DB_URL",
                                                "jdbc:postgresql://127.0.0.1:" + free + "/x")))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("PostgreSQL at jdbc:postgresql://127.0.0.1:" + free + "/x")
                .hasMessageContaining("does not accept the node");
    }

    @Test
    void refusesAPasswordFileThatEveryoneCanRead() throws Exception {
        Path file = Files.writeString(top.resolve("word"), "secret");
        Files.setPosixFilePermissions(
                file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> start(Map.of("COUNTERPART_KEY_PASSWORD_FILE", file.toString())))
                .isInstanceOf(KeyFileUnusable.class)
                .hasMessageContaining("chmod 600");
    }

    private void start(Map<String, String> environment) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        RunningNode.start(NodeApplication.class, ANode.order(data(), "sg", environment), _ -> {})
                .close();
    }

    private Path data() {
        return top.resolve("data");
    }
}
