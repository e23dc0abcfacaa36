package org.counterpart.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.node.KeyFile;
import org.counterpart.dossier.NodeId;
import org.counterpart.ledger.LedgerVerifier;
import org.counterpart.ledger.LogKey;
import org.counterpart.ledger.SignedCheckpoint.Opening;
import org.counterpart.ledger.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/// Over real HTTP, on a whole node.
@ExtendWith(TestNode.Given.class)
class LedgerDoorTest {

    @Test
    void handsOutALedgerThatVerifiesUnderTheNodesOwnKey(TestNode node) throws Exception {
        new TransactionTemplate(node.bean(PlatformTransactionManager.class))
                .executeWithoutResult(_ -> node.bean(Leaves.class).add(TestLedger.read("e1")));

        HttpResponse<byte[]> response = get(node, "/ledger/export");

        assertThat(response.statusCode()).isEqualTo(200);
        byte[] export = response.body();
        assertThat(new String(export, StandardCharsets.US_ASCII))
                .contains("\"subject\":\"e1\"", "\"exported\"");
        assertThat(new LedgerVerifier(key(node)).verify(new ByteArrayInputStream(export)))
                .isInstanceOf(Verification.Intact.class);
    }

    @Test
    void handsOutTheSignedHead(TestNode node) throws Exception {
        JsonNode head = JsonMapper.shared().readTree(get(node, "/ledger/head").body());

        byte[] note = head.path("note").stringValue().getBytes(StandardCharsets.UTF_8);
        assertThat(key(node).open(note))
                .isInstanceOfSatisfying(
                        Opening.Opened.class,
                        opened ->
                                assertThat(opened.checkpoint().checkpoint().size())
                                        .isEqualTo(head.path("size").longValue()));
        assertThat(head.path("log").stringValue()).isEqualTo(key(node).name());
    }

    private static LogKey key(TestNode node) {
        byte[] key = node.bean(KeyFile.class).signingPublicKey();
        return LogKey.admit(new LogName(NodeId.of(key)).toString(), key).orElseThrow();
    }

    private static HttpResponse<byte[]> get(TestNode node, String path) throws Exception {
        URI address = node.settings().listeners().officersUrl().resolve(path);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(address).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
