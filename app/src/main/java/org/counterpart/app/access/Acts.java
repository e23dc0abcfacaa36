package org.counterpart.app.access;

import org.counterpart.app.node.KeyFile;
import org.counterpart.app.proof.Leaves;
import org.counterpart.dossier.NodeId;
import org.counterpart.ledger.Act;
import org.counterpart.ledger.Code;
import org.springframework.stereotype.Component;

import java.time.InstantSource;
import java.util.TreeMap;

/// Makes ledger acts of what officers do, so that each names desk, role and officer in the same way.
/// An officer of a desk acts as the desk in its role, any other as the node; the officer's id is a detail, and the
/// name behind it is in the node's own tables only.
@Component
public final class Acts {
    private static final Code OFFICER = new Code("officer");
    private static final Code ROLE = new Code("role");

    private final Leaves leaves;
    private final InstantSource time;
    private final NodeId ourselves;

    Acts(Leaves leaves, InstantSource time, KeyFile keys) {
        this.leaves = leaves;
        this.time = time;
        this.ourselves = NodeId.of(keys.signingPublicKey());
    }

    /// Something that an officer does now.
    public Act of(Officer officer, String kind) {
        var act =
                switch (officer) {
                    case Officer.OfDesk at ->
                            by(
                                    kind,
                                    new Act.Actor.Desk(
                                            new Code(at.at().text()), new Code(at.role().code())));
                    case Officer.OfNode at ->
                            by(kind, new Act.Actor.Node(new Code(ourselves.hex())))
                                    .with(ROLE, new Code(at.role().code()));
                };
        return act.with(OFFICER, new Code(officer.id().text()));
    }

    /// Something that this node does by itself.
    public Act ofThisNode(String kind) {
        return ofNode(ourselves, kind);
    }

    /// Something that a node does, ours or a peer.
    public Act ofNode(NodeId node, String kind) {
        return by(kind, new Act.Actor.Node(new Code(node.hex())));
    }

    /// Something that somebody does who did not say who it is.
    public Act ofUnknown(String kind) {
        return by(kind, new Act.Actor.Unknown());
    }

    /// Puts the act into the ledger, within the transaction of what was done.
    public void leave(Act act) {
        leaves.add(act);
    }

    private Act by(String kind, Act.Actor actor) {
        return new Act(new Code(kind), time.instant(), actor, new TreeMap<>());
    }
}
