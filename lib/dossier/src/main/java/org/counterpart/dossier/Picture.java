package org.counterpart.dossier;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a reader may conclude from the entries and receipts it holds: the same conclusion on every node that
/// holds the same.
///
/// @param lines every entry in reading order
/// @param recalls each recall that counts, by its own id
/// @param permissions each request for permission, by its own id
/// @param consents to each entry, the nodes whose consent stands
/// @param twoHistories authors who used a sequence twice
/// @param gifts of each entry that was forwarded or released, the acts that did so
public record Picture(
        DossierId dossier,
        List<Line> lines,
        SortedMap<NodeId, Member> members,
        SortedMap<EntryId, RecallState> recalls,
        SortedMap<EntryId, Permission> permissions,
        SortedMap<EntryId, SortedSet<NodeId>> consents,
        SortedSet<NodeId> twoHistories,
        SortedMap<EntryId, List<Gift>> gifts) {

    public Picture {
        var copy = new TreeMap<EntryId, List<Gift>>();
        gifts.forEach((entry, of) -> copy.put(entry, List.copyOf(of)));
        gifts = Collections.unmodifiableSortedMap(copy);
    }

    /// In which nothing is given on.
    public Picture(
            DossierId dossier,
            List<Line> lines,
            SortedMap<NodeId, Member> members,
            SortedMap<EntryId, RecallState> recalls,
            SortedMap<EntryId, Permission> permissions,
            SortedMap<EntryId, SortedSet<NodeId>> consents,
            SortedSet<NodeId> twoHistories) {
        this(
                dossier,
                lines,
                members,
                recalls,
                permissions,
                consents,
                twoHistories,
                Collections.emptySortedMap());
    }

    /// The same dossier for a reader to whom fewer gifts count.
    public Picture withGifts(SortedMap<EntryId, List<Gift>> counting) {
        return new Picture(
                dossier, lines, members, recalls, permissions, consents, twoHistories, counting);
    }

    /// An entry is given on.
    ///
    /// @param under the forward or release that gives it
    public record Gift(EntryId under, NodeId giver, Audience recipients) {}

    /// One entry as it stands now.
    ///
    /// @param standing whether it counts, was taken back, or rests on what was
    /// @param holders nodes that were given it, as far as this reader can see
    /// @param deliveries when each node of the audience has it, by its signed receipts
    /// @param foundVoidBy readers who said that what they were sent does not match
    public record Line(
            Placed placed,
            Sight sight,
            Standing standing,
            SortedSet<NodeId> holders,
            SortedMap<NodeId, Delivery> deliveries,
            SortedMap<NodeId, VoidReason> foundVoidBy) {
        public EntryId id() {
            return placed.id();
        }
    }

    /// How much an entry counts.
    public enum Standing {
        COUNTS,
        CORRECTED,
        /// It was derived from an entry that its originator took back.
        RESTS_ON_RECALLED,
        RECALLED,
        VOID
    }

    /// When an entry reached a node.
    ///
    /// @param stated by the receiver
    /// @param counted the later of what the receiver states and, where its time is disputed, the sender saw
    public record Delivery(Instant stated, Instant counted) {
        public boolean isDisputed() {
            return !stated.equals(counted);
        }
    }

    /// A recall and what its holders answered; who is missing from `answers` was not reached yet.
    ///
    /// @param holders every node that was given the entry, its originator aside
    public record RecallState(
            EntryId recall,
            EntryId entry,
            SortedSet<NodeId> holders,
            SortedMap<NodeId, Act.Holding> answers) {
        /// Holders whose answer has not come.
        public SortedSet<NodeId> unanswered() {
            var missing = new TreeSet<>(holders);
            missing.removeAll(answers.keySet());
            return missing;
        }
    }

    /// A request for permission and where it stands.
    public sealed interface Permission {
        Act.PermissionRequest request();

        record Asked(Act.PermissionRequest request) implements Permission {}

        record Granted(Act.PermissionRequest request, List<Act.Release> releases)
                implements Permission {}

        record Refused(Act.PermissionRequest request, String ground) implements Permission {}
    }
}
