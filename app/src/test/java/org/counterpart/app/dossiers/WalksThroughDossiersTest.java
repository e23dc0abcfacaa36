package org.counterpart.app.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.node.ANode;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Placement;
import org.counterpart.dossier.Placing;
import org.counterpart.dossier.SignedEnvelope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import javax.sql.DataSource;

/// A member that used one number twice makes each look at a dossier a walk through it: what that asks of the database.
@ExtendWith(ANode.Given.class)
class WalksThroughDossiersTest {
    private final Random random = new Random(20_261_127);
    private final NodeKeys sg = SoundKeys.of("SG", random);
    private final NodeKeys vn = SoundKeys.of("VN", random);
    private final Chronicle chronicle = Chronicle.opened(random, List.of(sg, vn));
    private final Placed opening = chronicle.opening();
    private final ANode node;

    WalksThroughDossiersTest(ANode node) {
        this.node = node;
    }

    /// Runs work in a transaction that leaves nothing, with everything placed.
    private void placed(Consumer<Counting> work) {
        node.bean(TransactionTemplate.class)
                .executeWithoutResult(
                        status -> {
                            status.setRollbackOnly();
                            var jdbc = new Counting(node.bean(DataSource.class));
                            StoredEnvelopes envelopes = jdbc.envelopes();
                            chronicle.entries().forEach(envelopes::place);
                            jdbc.statements = 0;
                            work.accept(jdbc);
                        });
    }

    /// How many statements were made.
    private static final class Counting extends JdbcTemplate {
        private int statements;

        Counting(DataSource database) {
            super(database);
        }

        @Override
        protected void applyStatementSettings(Statement statement) throws SQLException {
            statements++;
            super.applyStatementSettings(statement);
        }

        /// As another transaction sees them.
        StoredEnvelopes envelopes() {
            return new StoredEnvelopes(JdbcClient.create(this), Chronicle.NOON, new Changes());
        }
    }

    private void twoHistoriesOf(NodeKeys author) {
        chronicle.says(author, opening);
        chronicle.says(author, opening);
    }

    private Placed writesOn(int entries, Placed seen) {
        Placed last = seen;
        for (int i = 0; i < entries; i++) {
            last = chronicle.says(i % 2 == 0 ? vn : sg, last);
        }
        return last;
    }

    private SignedEnvelope next(Placed last) {
        return chronicle.unkept(vn, last);
    }

    private static void isTaken(StoredEnvelopes envelopes, SignedEnvelope signed) {
        assertThat(new Placing(envelopes, SoundKeys.CRYPTOGRAPHY).place(signed))
                .isInstanceOf(Placement.Taken.class);
    }

    @Test
    void readsManyEntriesAtOnceWhenItWalksThroughThem() {
        twoHistoriesOf(sg);
        SignedEnvelope next = next(writesOn(600, chronicle.entries().getLast()));

        placed(
                jdbc -> {
                    isTaken(jdbc.envelopes(), next);
                    assertThat(jdbc.statements).isLessThan(50);
                });
    }

    @Test
    void readsFewOneByOne() {
        SignedEnvelope next = next(writesOn(600, opening));

        placed(
                jdbc -> {
                    isTaken(jdbc.envelopes(), next);
                    assertThat(jdbc.statements).isLessThan(10);
                });
    }
}
