package org.counterpart.replication;

import org.counterpart.dossier.Guard;
import org.counterpart.dossier.NodeId;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Speaks with peers by request and response, with a commit between storing and signing.
///
/// The only class that calls the machine for a peer: the node's HTTP door and the simulation both drive it.
public final class Exchanging {
    private final Replication replication;
    private final Transactions transactions;

    public Exchanging(Replication replication, Transactions transactions) {
        this.replication = replication;
        this.transactions = transactions;
    }

    /// Runs work against the store so that all of it is durable when `run` returns, or none.
    public interface Transactions {
        <T> T run(Function<Store, T> work);
    }

    /// What this node wants to say to a peer; empty when all is said.
    public Batch ask(NodeId peer) {
        sign();
        return transactions.run(store -> replication.compose(store, peer, new Answer()));
    }

    /// Takes a request and hands out the response.
    public void respond(Batch request, Consumer<Batch> response) {
        if (!replication.guards(Guard.RECEIPT_AFTER_COMMIT)) {
            respondWithinOneTransaction(request, response);
            return;
        }
        Answer answer = transactions.run(store -> replication.take(store, request));
        sign();
        response.accept(
                transactions.run(store -> replication.compose(store, request.from(), answer)));
    }

    /// Takes a response; there is a further request only when it holds more than news of how far we are.
    public Optional<Batch> conclude(Batch response) {
        Answer answer = transactions.run(store -> replication.take(store, response));
        sign();
        return answer.deservesARequest(replication.self())
                ? Optional.of(
                        transactions.run(
                                store -> replication.compose(store, response.from(), answer)))
                : Optional.empty();
    }

    /// In a transaction of its own: what it signs is committed.
    private void sign() {
        transactions.run(
                store -> {
                    replication.sign(store);
                    return true;
                });
    }

    /// What must not be: a receipt that leaves before what it promises is durable. Only a mutant comes here.
    private void respondWithinOneTransaction(Batch request, Consumer<Batch> response) {
        transactions.run(
                store -> {
                    Answer answer = replication.take(store, request);
                    replication.sign(store);
                    response.accept(replication.compose(store, request.from(), answer));
                    return true;
                });
    }
}
