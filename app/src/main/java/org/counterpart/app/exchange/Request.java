package org.counterpart.app.exchange;

import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.NodeId;

import java.time.Instant;
import java.util.List;

/// A question from one desk to another. The state is the type; what is true of all is in [#asked()].
public sealed interface Request {
    Asked asked();

    /// What was asked, by whom, of whom.
    ///
    record Asked(
            EntryId id,
            NodeId askingNode,
            DeskId askingDesk,
            NodeId requestedNode,
            Message.InformationRequest message,
            Instant sentAt) {}

    /// On its way: the receiver has not signed. Time until then counts as unreachable, not as delay of the desk.
    record Sent(Asked asked) implements Request {}

    /// The receiver signed; the clock runs.
    record Delivered(Asked asked, Instant deliveredAt, Instant dueAt) implements Request {}

    /// Answered in part; the clock of the rest runs on.
    record AnsweredInPart(Asked asked, List<EntryId> answers, Instant dueAt) implements Request {}

    record Answered(Asked asked, List<EntryId> answers, Instant answeredAt) implements Request {}

    record Refused(Asked asked, EntryId refusal, RefusalGround ground) implements Request {}

    /// The asker took it back.
    record Withdrawn(Asked asked) implements Request {}

    /// Whether its time is over without a full answer.
    default boolean isOverdue(Instant now) {
        return switch (this) {
            case Delivered(_, _, var due) -> now.isAfter(due);
            case AnsweredInPart(_, _, var due) -> now.isAfter(due);
            case Sent _, Answered _, Refused _, Withdrawn _ -> false;
        };
    }
}
