package org.counterpart.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.federation.AState;
import org.counterpart.app.node.KeyFile;
import org.counterpart.dossier.NodeId;
import org.counterpart.ledger.LedgerVerifier;
import org.counterpart.ledger.LogKey;
import org.counterpart.ledger.SignedCheckpoint.Opening;
import org.counterpart.ledger.Verification;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Over real HTTP, on a whole node.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerDoorTest {
    private AState node;

    LedgerDoorTest() {}

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        node = AState.started(data, "sg", "Asia/Singapore");
    }

    @AfterAll
    void end() {
        node.close();
    }

    @Test
    void isClosedToWhoeverSpeaksForADesk() {
        assertThat(node.as("duty").get("/ledger/head").code()).isEqualTo("ACCESS_NOT_THIS_ROLE");
        assertThat(node.as("lead").get("/ledger/export").code()).isEqualTo("ACCESS_NOT_THIS_ROLE");
    }

    @Test
    void handsOutALedgerThatVerifiesUnderTheNodesOwnKey() throws Exception {
        new TransactionTemplate(node.node().bean(PlatformTransactionManager.class))
                .executeWithoutResult(
                        _ -> node.node().bean(Leaves.class).add(TestLedger.read("e1")));

        HttpResponse<byte[]> response = node.as("operator").fetch("/ledger/export");

        assertThat(response.statusCode()).isEqualTo(200);
        byte[] export = response.body();
        assertThat(new String(export, StandardCharsets.US_ASCII))
                .contains("\"subject\":\"e1\"", "\"exported\"");
        assertThat(new LedgerVerifier(key()).verify(new ByteArrayInputStream(export)))
                .isInstanceOf(Verification.Intact.class);
    }

    @Test
    void handsOutTheSignedHead() throws Exception {
        JsonNode head =
                JsonMapper.shared().readTree(node.as("operator").fetch("/ledger/head").body());

        byte[] note = head.path("note").stringValue().getBytes(StandardCharsets.UTF_8);
        assertThat(key().open(note))
                .isInstanceOfSatisfying(
                        Opening.Opened.class,
                        opened ->
                                assertThat(opened.checkpoint().checkpoint().size())
                                        .isEqualTo(head.path("size").longValue()));
        assertThat(head.path("log").stringValue()).isEqualTo(key().name());
    }

    private LogKey key() {
        byte[] key = node.node().bean(KeyFile.class).signingPublicKey();
        return LogKey.admit(new LogName(NodeId.of(key)).toString(), key).orElseThrow();
    }
}
