package org.counterpart.app.dossiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.counterpart.app.node.ANode;
import org.counterpart.app.node.KeyFile;
import org.counterpart.app.proof.Leaves;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.Placed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// An act, its leaf, its projections and the news of it: all or none.
@ExtendWith(ANode.Given.class)
class VaultTransactionsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Chronicle.NOON);

    private final Random random = new Random(20_261_131);
    private final ANode node;
    private final JdbcClient jdbc;
    private final List<Object> published = new ArrayList<>();
    private final List<Change> projected = new ArrayList<>();
    private final NodeKeys vn;
    private final Placed entry;

    VaultTransactionsTest(ANode node) {
        this.node = node;
        this.jdbc = node.bean(JdbcClient.class);
        this.vn = SoundKeys.of("VN", random);
        this.entry = Chronicle.opened(random, List.of(vn)).opening();
    }

    private VaultTransactions transactions(Projection projection) {
        KeyFile keys = node.bean(KeyFile.class);
        return new VaultTransactions(
                jdbc,
                node.bean(TransactionTemplate.class),
                new VaultTransactions.Surroundings(
                        new AtRest(keys, new SecureRandom()),
                        node.bean(OwnKeys.class)::now,
                        node.bean(Peerings.class),
                        CLOCK),
                new VaultTransactions.Afterwards(
                        new VaultLeaves(node.bean(Leaves.class), vn.node(), CLOCK),
                        () -> List.of(projection),
                        published::add));
    }

    private void nothingIsThere() {
        assertThat(
                        jdbc.sql("select count(*) from dossiers.entry where id = :id")
                                .param("id", entry.id().hex())
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(
                        jdbc.sql("select count(*) from proof.leaf where act like '%' || :id || '%'")
                                .param("id", entry.id().hex())
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void anActThatFailsLeavesNeitherEntryNorLeaf() {
        assertThatThrownBy(
                        () ->
                                transactions(projected::addAll)
                                        .write(
                                                store -> {
                                                    store.envelopes().place(entry);
                                                    throw new VaultDamaged("as ordered");
                                                }))
                .isInstanceOf(VaultDamaged.class);

        nothingIsThere();
        assertThat(projected).isEmpty();
        assertThat(published).isEmpty();
    }

    @Test
    void aProjectionThatFailsTakesEntryAndLeafBack() {
        var transactions =
                transactions(
                        _ -> {
                            throw new VaultDamaged("as ordered");
                        });

        assertThatThrownBy(
                        () ->
                                transactions.write(
                                        store -> {
                                            store.envelopes().place(entry);
                                            return entry;
                                        }))
                .isInstanceOf(VaultDamaged.class);

        nothingIsThere();
        assertThat(published).isEmpty();
    }

    @Test
    void joinsTheTransactionOfTheUseCaseThatCallsIt() {
        node.bean(TransactionTemplate.class)
                .executeWithoutResult(
                        status -> {
                            Placed _ =
                                    transactions(projected::addAll)
                                            .write(
                                                    store -> {
                                                        store.envelopes().place(entry);
                                                        return entry;
                                                    });
                            status.setRollbackOnly();
                        });

        nothingIsThere();
        assertThat(projected).containsExactly(new Change.Placed(entry));
        assertThat(published).containsExactly(new PeersToTell());
    }

    @Test
    void saysNothingOfATransactionThatChangedNothing() {
        Optional<Placed> found =
                transactions(projected::addAll).write(store -> store.envelopes().find(entry.id()));

        assertThat(found).isEmpty();
        assertThat(projected).isEmpty();
        assertThat(published).isEmpty();
    }
}
