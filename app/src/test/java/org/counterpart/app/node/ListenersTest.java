package org.counterpart.app.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// One node in this process: its two doors, its health, its tables.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListenersTest {
    private final Path top = temporary();
    private final ANode node = ANode.started(top.resolve("data"), "sg");
    private final PinnedTrust trust = new PinnedTrust(node.bean(KeyFile.class).tls().pin());

    @BeforeAll
    void startsOnce() {
        assertThat(node.settings().state()).isEqualTo(new StateCode("SG"));
    }

    @AfterAll
    void stop() {
        node.close();
        TestFolders.delete(top);
    }

    @Test
    void officersSeeHealthAndOtherNodesDoNot() throws Exception {
        assertThat(get(node.officers("/health")).statusCode()).isEqualTo(204);
        assertThat(get(node.federation("/health")).statusCode()).isEqualTo(404);
        assertThat(get(node.federation("/health")).body()).isEmpty();
    }

    /// That the dispatcher was asked shows in its body.
    @Test
    void pathsOfTheFederationReachOnlyTheFederationListener() throws Exception {
        assertThat(get(node.federation("/federation/nothing")).body())
                .contains("REQUEST_NO_SUCH_DOOR");
        for (String path :
                List.of(
                        "/federation",
                        "/federation/nothing",
                        "/x/../federation/nothing",
                        "/%66ederation/x")) {
            assertThat(get(node.officers(path)).statusCode()).as(path).isEqualTo(404);
            assertThat(get(node.officers(path)).body()).as(path).isEmpty();
        }
    }

    @Test
    void theFederationListenerShowsThePinnedKeyAndSpeaksOnlyTls13() throws Exception {
        get(node.federation("/federation"));
        assertThat(trust.seen()).isEqualTo(node.bean(KeyFile.class).tls().pin());
        assertThat(trust.offers("TLSv1.3", node.settings().listeners().federationPort())).isTrue();
        assertThat(trust.offers("TLSv1.2", node.settings().listeners().federationPort())).isFalse();
    }

    /// More lines than there are, each with one byte of a greeting, from the very address of the honest node.
    @Test
    void aStrangersLinesKeepNobodyOut() throws Exception {
        var lines = new ArrayList<Socket>();
        try {
            for (int i = 0; i < LinesOfNodes.MOST + 44; i++) {
                var line =
                        new Socket(
                                InetAddress.getLoopbackAddress(),
                                node.settings().listeners().federationPort());
                lines.add(line);
                line.getOutputStream().write(22);
            }
            assertThat(get(node.federation("/federation/nothing")).statusCode()).isEqualTo(404);
        } finally {
            for (Socket line : lines) {
                line.close();
            }
        }
    }

    @Test
    void eachAreaHasASchemaAndAHistoryOfItsOwn() {
        List<String> histories =
                node.bean(JdbcClient.class)
                        .sql(
                                "select table_schema from information_schema.tables where"
                                        + " table_name = 'migration'")
                        .query((row, _) -> row.getString(1))
                        .list();
        assertThat(histories).contains("node").doesNotContain("public");
    }

    @Test
    void theDatabaseIsDurable() {
        for (String setting :
                List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")) {
            String value =
                    node.bean(JdbcClient.class)
                            .sql("select setting from pg_settings where name = :name")
                            .param("name", setting)
                            .query((row, _) -> row.getString(1))
                            .single();
            assertThat(value).as(setting).isEqualTo("on");
        }
    }

    private HttpResponse<String> get(URI address) throws Exception {
        try (HttpClient client = HttpClient.newBuilder().sslContext(trust.context()).build()) {
            return client.send(
                    HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(15)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static Path temporary() {
        try {
            Path folder = Files.createTempDirectory("counterpart-listeners-");
            TestFolders.letOthersThrough(folder);
            return folder;
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
