package org.counterpart.app.dossiers;

import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.replication.Exchanging;
import org.counterpart.replication.Store;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// Every change of the vault: one at a time on the whole node, all or nothing.
///
/// The lock is of the database, so that two processes on it take turns as well. It is held for one transaction, a few
/// milliseconds; batches of a hundred entries share one. What an act changes, its ledger leaves, what areas draw from it
/// and what is to be told to peers commit together. Called inside the transaction of a use case, it joins that.
final class VaultTransactions implements Exchanging.Transactions {
    /// Any number that no other lock of this database uses.
    private static final long WRITER = 0x64_6f_73_73_69_65_72L;

    private static final String ONE_WRITER =
            """
            select pg_advisory_xact_lock(:writer)
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Surroundings surroundings;
    private final Afterwards afterwards;

    /// What a store needs to know of its node.
    record Surroundings(
            AtRest atRest, Supplier<NodeKeys> keys, Peerings peerings, InstantSource clock) {
        NodeId self() {
            return keys.get().node();
        }
    }

    /// What follows from changes within the same transaction.
    record Afterwards(
            VaultLeaves leaves,
            Supplier<List<Projection>> projections,
            ApplicationEventPublisher events) {
        void follow(List<Change> changes) {
            if (!changes.isEmpty()) {
                leaves.write(changes);
                projections.get().forEach(projection -> projection.apply(changes));
                events.publishEvent(new PeersToTell());
            }
        }
    }

    VaultTransactions(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Surroundings surroundings,
            Afterwards afterwards) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.surroundings = surroundings;
        this.afterwards = afterwards;
    }

    NodeId self() {
        return surroundings.self();
    }

    @Override
    public <T> T run(Function<Store, T> work) {
        return write(work::apply);
    }

    /// As [#run], with what this store can do beyond replication.
    <T> T write(Function<DatabaseStore, T> work) {
        return transaction.execute(
                _ -> {
                    jdbc.sql(ONE_WRITER).param("writer", WRITER).query((_, _) -> true).single();
                    DatabaseStore store = store();
                    T result = work.apply(store);
                    afterwards.follow(store.changes());
                    return result;
                });
    }

    /// A store for reading: no lock, and what it would change is nobody's.
    DatabaseStore store() {
        Instant now = Instant.ofEpochMilli(surroundings.clock().millis());
        return new DatabaseStore(jdbc, surroundings.atRest(), self(), surroundings.peerings(), now);
    }
}
