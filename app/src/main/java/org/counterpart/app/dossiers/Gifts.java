package org.counterpart.app.dossiers;

import org.counterpart.dossier.Act;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Picture;
import org.counterpart.dossier.Sight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// To whom an entry was given on, by the forwards and releases of its dossier.
///
/// Which of its own desks may know what it wrote, or what was addressed to it, is for a node itself or for the author
/// to say: no third one opens an entry to another desk of the same state by naming it in a forward.
final class Gifts {
    private Gifts() {}

    static List<Audience> of(HeldEntry held) {
        var audiences = new ArrayList<Audience>();
        for (Picture.Line line : held.picture().lines()) {
            if (line.sight() instanceof Sight.Read(Content content)) {
                recipients(content, held.id())
                        .map(named -> counting(named, line.placed().author(), held))
                        .ifPresent(audiences::add);
            }
        }
        return audiences;
    }

    private static Optional<Audience> recipients(Content content, EntryId entry) {
        return switch (Act.of(content)) {
            case Act.Forward(var entries, var recipients) when entries.contains(entry) ->
                    Optional.of(recipients);
            case Act.Release(_, var entries, var recipients, _, _) when entries.contains(entry) ->
                    Optional.of(recipients);
            default -> Optional.empty();
        };
    }

    private static Audience counting(Audience named, NodeId giver, HeldEntry held) {
        Audience counting = Audience.ofNodes(List.of());
        for (var recipient : named.desks().entrySet()) {
            if (mayGive(giver, recipient.getKey(), held)) {
                for (DeskId desk : recipient.getValue()) {
                    counting = counting.with(recipient.getKey(), desk);
                }
            }
        }
        return counting;
    }

    private static boolean mayGive(NodeId giver, NodeId to, HeldEntry held) {
        NodeId author = held.line().placed().author();
        boolean hadItBefore = to.equals(author) || held.content().audience().includes(to);
        return giver.equals(to) || giver.equals(author) || !hadItBefore;
    }
}
