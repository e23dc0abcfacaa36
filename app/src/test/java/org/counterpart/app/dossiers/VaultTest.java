package org.counterpart.app.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.node.ANode;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.Grading;
import org.counterpart.dossier.Handling;
import org.counterpart.dossier.HandlingCode;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Purpose;
import org.counterpart.dossier.Writer;
import org.counterpart.replication.Appended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Random;
import java.util.Set;

/// With whom the vault makes no dossier.
@ExtendWith(ANode.Given.class)
class VaultTest {
    private final NodeId stranger = SoundKeys.of("MY", new Random(20_261_141)).node();
    private final Vault vault;
    private final JdbcClient database;

    VaultTest(ANode node) {
        this.vault = node.bean(Vault.class);
        this.database = node.bean(JdbcClient.class);
    }

    private Draft draft() {
        return new Draft(
                "practice",
                new Writer.Node(),
                Audience.ofNodes(List.of(vault.self(), stranger)),
                Handling.of(Set.of(HandlingCode.H0), Set.of(Purpose.INVESTIGATION)),
                new Grading.NothingAsserted(),
                Json.object().with("text", "(constructed)"),
                List.of());
    }

    private long entries() {
        return database.sql("select count(*) from dossiers.entry").query(Long.class).single();
    }

    @Test
    void opensNoDossierWithANodeThatIsNoPeer() {
        long before = entries();

        Appended opened = vault.open(Set.of(stranger), draft());

        assertThat(opened).isEqualTo(new Appended.Refused(VaultRefusal.NODE_NOT_A_PEER.code()));
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void bringsNoNodeInThatIsNoPeer() {
        Appended added = vault.add(new DossierId("a".repeat(26)), stranger, false, draft());

        assertThat(added).isEqualTo(new Appended.Refused(VaultRefusal.NODE_NOT_A_PEER.code()));
    }
}
