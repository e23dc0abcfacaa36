package org.counterpart.app.directory;

import org.counterpart.app.access.Acts;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.NodeId;
import org.counterpart.ledger.Act;
import org.counterpart.ledger.Code;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/// The desks of other nodes, learnt from the nodes that serve them.
///
/// A peer may name desks of any state, because nodes host desks of others; what it cannot do is take over a desk that
/// we or another node serve, or the handle of another of its own. A move needs the word of the node that is left, which
/// later entries of the directory will carry.
@Component
public final class ForeignDesks {
    private final Desks desks;
    private final Acts acts;
    private final TransactionOperations transactions;
    private final InstantSource time;

    ForeignDesks(Desks desks, Acts acts, TransactionOperations transactions, InstantSource time) {
        this.desks = desks;
        this.acts = acts;
        this.transactions = transactions;
        this.time = time;
    }

    /// What came of it.
    public sealed interface Outcome {
        /// New, or described anew.
        record Learnt(Desk.Foreign desk) implements Outcome {}

        /// Nothing that was not known.
        record Known(Desk.Foreign desk) implements Outcome {}

        record Refused(DirectoryGround ground) implements Outcome {}
    }

    /// Takes what a node says about one of its desks. The caller knows that this node said it.
    public Outcome learn(NodeId node, DeskId id, DeskProfile profile) {
        return Objects.requireNonNull(transactions.execute(_ -> decided(node, id, profile)));
    }

    /// Notes that the desks of a node can be spoken to, or cannot while no peering is in force; says how many changed.
    int reach(NodeId node, boolean can) {
        return Objects.requireNonNull(transactions.execute(_ -> reached(node, can)));
    }

    private Outcome decided(NodeId node, DeskId id, DeskProfile profile) {
        if (node.equals(desks.ourselves())) {
            return new Outcome.Refused(DirectoryGround.DESK_IS_OURS);
        }
        Optional<Desk> known = desks.known(id);
        if (known.isEmpty()) {
            var desk = new Desk.Foreign(id, node, profile);
            return desks.add(desk, time.instant())
                    ? learnt(desk)
                    : new Outcome.Refused(DirectoryGround.HANDLE_TAKEN);
        }
        return switch (known.get()) {
            case Desk.Own _ -> new Outcome.Refused(DirectoryGround.DESK_IS_OURS);
            case Desk.Foreign before when !before.node().equals(node) ->
                    new Outcome.Refused(DirectoryGround.DESK_SERVED_ELSEWHERE);
            case Desk.Foreign before when before.profile().equals(profile) ->
                    new Outcome.Known(before);
            case Desk.Foreign _ -> describedAnew(new Desk.Foreign(id, node, profile));
        };
    }

    private Outcome describedAnew(Desk.Foreign desk) {
        boolean taken =
                desks.allNamed(desk.handle() + "@" + desk.node().hex()).stream()
                        .anyMatch(other -> !other.id().equals(desk.id()));
        if (taken) {
            return new Outcome.Refused(DirectoryGround.HANDLE_TAKEN);
        }
        desks.describe(desk);
        return learnt(desk);
    }

    private Outcome learnt(Desk.Foreign desk) {
        acts.leave(acts.ofNode(desk.node(), "desk-learnt").about(new Code(desk.id().text())));
        return new Outcome.Learnt(desk);
    }

    private int reached(NodeId node, boolean can) {
        if (node.equals(desks.ourselves())) {
            throw new IllegalArgumentException("our own desks do not come and go with a peer");
        }
        int count = desks.reach(node, can);
        if (count > 0) {
            Act act =
                    acts.ofThisNode(can ? "desks-in-reach" : "desks-out-of-reach")
                            .about(new Code(node.hex()));
            acts.leave(act.with(new Code("count"), new Code(Integer.toString(count))));
        }
        return count;
    }
}
