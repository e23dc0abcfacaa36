package org.counterpart.app.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.node.ANode;
import org.counterpart.app.node.KeyFile;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.SignedCard;
import org.counterpart.replication.Store;
import org.counterpart.replication.memory.Journal;
import org.counterpart.replication.memory.MemoryStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/// The store in the database and the one in memory, which are told and asked the same.
record TwoStores(DatabaseStore database, MemoryStore memory, NodeId self) {
    /// Runs with both, within one transaction of the node's database that leaves nothing.
    static void with(ANode node, NodeKeys self, List<NodeKeys> peers, Consumer<TwoStores> work) {
        var accepted = new TreeSet<NodeId>();
        peers.forEach(peer -> accepted.add(peer.node()));
        node.bean(TransactionTemplate.class)
                .executeWithoutResult(
                        status -> {
                            status.setRollbackOnly();
                            var memory = new MemoryStore(new Journal(() -> {}));
                            accepted.forEach(memory.peers()::accept);
                            work.accept(
                                    new TwoStores(
                                            database(node, self.node(), accepted),
                                            memory,
                                            self.node()));
                        });
    }

    static DatabaseStore database(ANode node, NodeId self, SortedSet<NodeId> peers) {
        return new DatabaseStore(
                node.bean(JdbcClient.class),
                new AtRest(node.bean(KeyFile.class), new SecureRandom()),
                self,
                new Accepted(peers),
                Chronicle.NOON);
    }

    /// What the area of peers says of them.
    private record Accepted(SortedSet<NodeId> inForce) implements Peerings {
        @Override
        public boolean isInForce(NodeId node) {
            return inForce.contains(node);
        }

        @Override
        public boolean isPhoned(NodeId node) {
            return inForce.contains(node);
        }

        @Override
        public Optional<SignedCard> card(NodeId node) {
            return Optional.empty();
        }
    }

    void both(Consumer<Store> act) {
        act.accept(database);
        act.accept(memory);
    }

    <T> void agree(String about, Function<Store, T> question) {
        assertThat(question.apply(database)).as(about).isEqualTo(question.apply(memory));
    }

    /// The same things in any order.
    <T> void agreeOnAll(String about, Function<Store, ? extends Collection<T>> question) {
        Collection<T> expected = question.apply(memory);
        assertThat(new ArrayList<T>(question.apply(database)))
                .as(about)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    <T> void answer(Function<Store, T> question, T expected) {
        assertThat(question.apply(database)).as("in the database").isEqualTo(expected);
        assertThat(question.apply(memory)).as("in memory").isEqualTo(expected);
    }
}
