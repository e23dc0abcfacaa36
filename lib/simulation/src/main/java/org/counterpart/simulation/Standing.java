package org.counterpart.simulation;

import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.SignedCard;
import org.counterpart.dossier.VoidReason;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Who belongs to a dossier and which of its entries are void, worked out from a set of entries by the words of the
/// protocol: the oracle beside which the machine's own answer is laid.
final class Standing {
    private final Ancestry ancestry;
    private final List<Placed> entries;
    private final List<Placed> acts = new ArrayList<>();
    private final SortedMap<NodeId, SortedMap<Long, Integer>> uses = new TreeMap<>();
    private final SortedMap<EntryId, Boolean> backed = new TreeMap<>();
    private final SortedMap<EntryId, Boolean> cut = new TreeMap<>();
    private final SortedMap<EntryId, Boolean> silenced = new TreeMap<>();
    private final SortedMap<NodeId, Boolean> members = new TreeMap<>();

    Standing(List<Placed> entries, Ancestry ancestry) {
        this.entries = entries;
        this.ancestry = ancestry;
        for (Placed entry : entries) {
            uses.computeIfAbsent(entry.author(), _ -> new TreeMap<>())
                    .merge(entry.sequence(), 1, Integer::sum);
            if (!(entry.membership() instanceof Membership.Unchanged)) {
                acts.add(entry);
            }
        }
        for (Placed act : acts) {
            if (!isDoubled(act) && !isCut(act) && isBacked(act)) {
                joins(act).forEach((node, steward) -> join(act, node, steward));
            }
        }
    }

    private void join(Placed act, NodeId node, boolean steward) {
        if (removals(node).stream().filter(this::putsOut).allMatch(removal -> sees(act, removal))) {
            members.merge(node, steward, Boolean::logicalOr);
        }
    }

    /// What was written after its author was out, or by one whom nobody brought in, puts out as well, unless its author
    /// had a second history that it had not seen, or the opener had put its author out: neither is an answer to one's own removal.
    private boolean putsOut(Placed removal) {
        return !isOverruled(removal)
                && (!isOnABranch(removal) || (!isCut(removal) && isBacked(removal)));
    }

    /// Whether the removal of another counts for nothing, as the opener had put out its author.
    boolean isOverruled(Placed removal) {
        return !removes(removal, removal.author()) && isSilenced(removal);
    }

    /// Written by one whom the opener had put out, or whom only such a one brought in, whatever others say of them.
    private boolean isSilenced(Placed entry) {
        Boolean known = silenced.get(entry.id());
        if (known == null) {
            known =
                    !(entry.membership() instanceof Membership.Open)
                            && (isDismissed(entry)
                                    || broughtIn(entry).stream().allMatch(this::isSilenced));
            silenced.put(entry.id(), known);
        }
        return known;
    }

    private List<Placed> broughtIn(Placed entry) {
        return acts.stream()
                .filter(act -> joins(act).containsKey(entry.author()) && sees(entry, act))
                .toList();
    }

    private boolean isDismissed(Placed entry) {
        return acts.stream()
                .filter(act -> removes(act, entry.author()) && isDismissal(act))
                .filter(act -> !ancestry.includes(act.id(), entry.id()))
                .anyMatch(
                        act ->
                                broughtIn(entry).stream()
                                        .filter(later -> sees(later, act))
                                        .allMatch(this::isSilenced));
    }

    /// A removal of another by the opener, on no branch and before it left.
    private boolean isDismissal(Placed removal) {
        return removal.author().equals(opener())
                && !removes(removal, opener())
                && !isOnABranch(removal)
                && acts.stream()
                        .filter(act -> act.author().equals(opener()) && removes(act, opener()))
                        .allMatch(leave -> ancestry.includes(leave.id(), removal.id()));
    }

    private NodeId opener() {
        return acts.stream()
                .filter(act -> act.membership() instanceof Membership.Open)
                .map(Placed::author)
                .findFirst()
                .orElseThrow();
    }

    private boolean sees(Placed later, Placed earlier) {
        return ancestry.hasSeen(later.id(), earlier.id());
    }

    List<Placed> entries() {
        return entries;
    }

    /// Members, and whether each may add and remove.
    SortedMap<NodeId, Boolean> members() {
        return members;
    }

    boolean isMember(NodeId node) {
        return members.containsKey(node);
    }

    /// Whether any entry ever named this node as a member.
    boolean isNamed(NodeId node) {
        return acts.stream().anyMatch(act -> joins(act).containsKey(node));
    }

    private static SortedMap<NodeId, Boolean> joins(Placed act) {
        var joins = new TreeMap<NodeId, Boolean>();
        if (act.membership() instanceof Membership.Open open) {
            for (SignedCard card : open.members()) {
                NodeId node = card.card().node();
                joins.put(node, open.stewards().contains(node) || node.equals(act.author()));
            }
        } else if (act.membership() instanceof Membership.Add add) {
            joins.put(add.card().card().node(), add.steward());
        }
        return joins;
    }

    /// Whether stewards that count here, or whom these brought in, have brought a node in by these acts, parents first, and no
    /// removal of any of them is held.
    boolean bringsIn(List<Placed> further, NodeId node) {
        var stewards = new TreeMap<>(members);
        for (Placed act : further) {
            if (act.membership() instanceof Membership.Add(var card, boolean steward)
                    && stewards.getOrDefault(act.author(), false)
                    && !isPutOut(card.card().node())) {
                stewards.merge(card.card().node(), steward, Boolean::logicalOr);
            }
        }
        return stewards.containsKey(node);
    }

    List<Placed> removals(NodeId node) {
        return acts.stream().filter(act -> removes(act, node)).toList();
    }

    /// Whether a removal of this node that counts is held, seen by an addition or not.
    boolean isPutOut(NodeId node) {
        return removals(node).stream().anyMatch(this::putsOut);
    }

    private static boolean removes(Placed act, NodeId node) {
        return (act.membership() instanceof Membership.Remove remove && remove.node().equals(node))
                || (act.membership() instanceof Membership.Leave && act.author().equals(node));
    }

    /// What the node may be told: everything, or what led to its removal.
    boolean mayKnow(NodeId node, EntryId entry) {
        return isMember(node)
                || removals(node).stream()
                        .filter(removal -> endsMembership(removal, node))
                        .anyMatch(removal -> ancestry.includes(removal.id(), entry));
    }

    /// Whether a peer may know of something held here that brought the node in: else the node does not say that it belongs.
    boolean mayBeKnownToBelong(NodeId node, NodeId peer) {
        return acts.stream()
                .filter(act -> joins(act).containsKey(node))
                .anyMatch(act -> mayKnow(peer, act.id()));
    }

    /// Whether the node belonged by some addition that counts, which had not seen this removal and had seen all that had put it
    /// out before.
    private boolean endsMembership(Placed removal, NodeId node) {
        return acts.stream()
                .filter(act -> joins(act).containsKey(node))
                .filter(act -> !isDoubled(act) && !isCut(act) && isBacked(act))
                .filter(act -> !sees(act, removal))
                .anyMatch(
                        act ->
                                removals(node).stream()
                                        .filter(earlier -> putsOut(earlier))
                                        .filter(earlier -> sees(removal, earlier))
                                        .allMatch(earlier -> sees(act, earlier)));
    }

    Optional<VoidReason> voidReason(Placed entry) {
        if (isDoubled(entry)) {
            return Optional.of(VoidReason.TWO_HISTORIES);
        }
        if (isCut(entry) || isBesideItsLeave(entry)) {
            return Optional.of(VoidReason.WRITTEN_AFTER_REMOVAL);
        }
        return isBacked(entry) ? Optional.empty() : Optional.of(VoidReason.AUTHOR_NOT_ADMITTED);
    }

    /// Two entries under one number.
    boolean isDoubled(Placed entry) {
        return uses.getOrDefault(entry.author(), new TreeMap<>()).getOrDefault(entry.sequence(), 0)
                > 1;
    }

    /// Whether its author wrote, under its number or a lower one, what it has not seen.
    private boolean isOnABranch(Placed act) {
        return uses
                        .getOrDefault(act.author(), new TreeMap<>())
                        .headMap(act.sequence() + 1)
                        .values()
                        .stream()
                        .anyMatch(times -> times > 1)
                && entries.stream()
                        .filter(entry -> entry.author().equals(act.author()))
                        .filter(entry -> entry.sequence() <= act.sequence())
                        .anyMatch(entry -> !ancestry.includes(act.id(), entry.id()));
    }

    /// Above the last number of a removal, and not after being brought back by somebody who knew of it.
    private boolean isCut(Placed entry) {
        Boolean known = cut.get(entry.id());
        if (known == null) {
            known = acts.stream().anyMatch(act -> cuts(act, entry) && !isRestored(entry, act));
            cut.put(entry.id(), known);
        }
        return known;
    }

    private boolean cuts(Placed act, Placed entry) {
        return removes(act, entry.author())
                && !isOnABranch(act)
                && !isOverruled(act)
                && !ancestry.includes(act.id(), entry.id());
    }

    /// What its author wrote under a higher number than that of a leave in any of its histories is void, but brings in.
    private boolean isBesideItsLeave(Placed entry) {
        return removals(entry.author()).stream()
                .filter(act -> act.author().equals(entry.author()))
                .filter(this::isOnABranch)
                .filter(act -> act.sequence() < entry.sequence())
                .filter(act -> !ancestry.includes(act.id(), entry.id()))
                .anyMatch(act -> !isRestored(entry, act));
    }

    private boolean isRestored(Placed entry, Placed removal) {
        return acts.stream()
                .filter(act -> act.membership() instanceof Membership.Add)
                .filter(act -> joins(act).containsKey(entry.author()))
                .filter(act -> sees(act, removal) && sees(entry, act))
                .anyMatch(act -> !isCut(act) && isBacked(act));
    }

    /// Whether its author was brought in by somebody who could.
    private boolean isBacked(Placed entry) {
        Boolean known = backed.get(entry.id());
        if (known == null) {
            known =
                    entry.membership() instanceof Membership.Open
                            || acts.stream()
                                    .filter(act -> joins(act).containsKey(entry.author()))
                                    .filter(act -> sees(entry, act))
                                    .anyMatch(act -> !isCut(act) && isBacked(act));
            backed.put(entry.id(), known);
        }
        return known;
    }
}
