package org.counterpart.app.proof;

import org.counterpart.ledger.Act;
import org.counterpart.ledger.Code;
import org.counterpart.ledger.Salt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.security.SecureRandom;

/// Where every area writes down what was done: one leaf for each act, which exists if and only if the act does.
@Component
public final class Leaves {
    private final JdbcClient jdbc;
    private final TransactionTemplate actsTransaction;
    private final SecureRandom random;
    private final Wake wake;
    private final Strangers strangers;

    Leaves(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            SecureRandom random,
            Wake wake,
            Strangers strangers) {
        this.jdbc = jdbc;
        this.actsTransaction = new TransactionTemplate(transactions);
        this.actsTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_MANDATORY);
        this.random = random;
        this.wake = wake;
        this.strangers = strangers;
    }

    /// Writes the leaf of an act within the transaction of the act; without one it throws. The act must commit even
    /// when it is a refusal: a leaf that is rolled back never was.
    public void add(Act act) {
        actsTransaction.executeWithoutResult(
                _ -> {
                    insert(Salt.drawnFrom(random), act);
                    TransactionSynchronizationManager.registerSynchronization(
                            new AfterCommit(wake));
                });
    }

    /// Counts a refusal of a caller whom this node does not know. All of a minute become one leaf, so that strangers
    /// cannot fill the ledger; needs no transaction. What was counted and not yet written is lost when the process is
    /// killed.
    public void refusedStranger(Code refusal) {
        strangers.count(refusal);
    }

    private static final String LEAF_WITHOUT_NUMBER =
            """
            insert into proof.leaf (salt, act)
            values (:salt, :act)
            """;

    private void insert(Salt salt, Act act) {
        jdbc.sql(LEAF_WITHOUT_NUMBER).param("salt", salt.bytes()).param("act", act.json()).update();
    }

    private record AfterCommit(Wake wake) implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            wake.call();
        }
    }
}
