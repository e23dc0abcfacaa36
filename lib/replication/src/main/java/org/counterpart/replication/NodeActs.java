package org.counterpart.replication;

import org.counterpart.dossier.Act;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.Grading;
import org.counterpart.dossier.Handling;
import org.counterpart.dossier.HandlingCode;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Purpose;
import org.counterpart.dossier.Receipt;
import org.counterpart.dossier.Sight;
import org.counterpart.dossier.VoidReason;
import org.counterpart.dossier.Writer;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;

/// The entries that a node writes by itself, because no officer is to decide on them.
final class NodeActs {
    private final Turn turn;
    private final Appending appending;

    NodeActs(Turn turn) {
        this.turn = turn;
        this.appending = new Appending(turn);
    }

    /// Tells every member that what its author sealed to us does not match.
    void foundVoid(Placed entry, VoidReason reason) {
        write(
                entry,
                new Act.FoundVoid(entry.id(), reason),
                turn.membersOf(entry.dossier()).keySet());
    }

    /// Tells the audience that a receipt came far from the time that it states.
    ///
    /// What a node wrote by itself has no deadline; were its receipts disputed too, each dispute would call for another.
    void timeDisputed(Placed entry, Receipt receipt, Instant seen) {
        if (turn.store().contents().sight(entry.id()) instanceof Sight.Read(var content)
                && content.writer() instanceof Writer.Desk) {
            var members = turn.membersOf(entry.dossier()).keySet();
            var audience = content.audience().nodes().stream().filter(members::contains).toList();
            write(
                    entry,
                    new Act.TimeDisputed(entry.id(), receipt.by(), receipt.at(), seen),
                    audience);
        }
    }

    private void write(Placed about, Act act, Iterable<NodeId> audience) {
        var content =
                new Content(
                        act.type(),
                        new Writer.Node(),
                        turn.now(),
                        Audience.ofNodes(audience),
                        Handling.of(EnumSet.of(HandlingCode.H0), EnumSet.allOf(Purpose.class)),
                        new Grading.NothingAsserted(),
                        act.payload(),
                        List.of(),
                        List.of());
        if (appending.append(about.dossier(), new Membership.Unchanged(), content)
                instanceof Appended.Refused(var code)) {
            turn.report(code, about.id());
        }
    }
}
