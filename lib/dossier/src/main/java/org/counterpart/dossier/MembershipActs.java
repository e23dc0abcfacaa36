package org.counterpart.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Membership acts of one dossier, seen together: which entries they leave without a voice.
///
/// What a node writes after it was put out is void, so an addition among it brings nobody in, and whoever rests on
/// that addition alone is not heard either. Otherwise a steward that was put out could cite an old past for ever,
/// bring in nodes of its own making, and speak and rule through them. An addition whose author merely used its
/// number twice does not reach that far: it would let a steward void, by a second history, what others had written.
/// Nor does a removal or leave on one of two histories ([Branches]): a second one from the opening has seen nothing of the
/// others, so it would cut off all that they ever wrote. It puts out, unless its author was out itself.
///
/// Of two who remove each other nobody can tell who was first, for either may cite an old past: so both are out, and
/// whoever was put out could take every other steward with it. Only the opener is known to all as the one from whom every
/// other has its place. So **whom the opener put out removes nobody** by what that removal had not seen. The acts are
/// judged twice: first as if nobody but the opener could put out, then with the removals that had a voice in that.
///
/// A hostile member may act as often as [Membership#MAX_CHANGES] lets it, and every entry is asked about: so acts are
/// found by the node that they bring in or put out, and one answers for all that it has seen.
final class MembershipActs {
    private final Causality causality;
    private final Branches branches;
    private final SortedMap<NodeId, List<Placed>> additions = new TreeMap<>();
    private final SortedMap<NodeId, List<Placed>> removals = new TreeMap<>();
    private final SortedMap<NodeId, List<Placed>> cutting = new TreeMap<>();
    private final Set<EntryId> silent = new HashSet<>();

    /// @param counts which of the removals put out
    private MembershipActs(
            Causality causality,
            List<Placed> ordered,
            Branches branches,
            Predicate<Placed> counts) {
        this.causality = causality;
        this.branches = branches;
        for (Placed act : ordered) {
            Members.joins(act).forEach(joined -> note(additions, joined.node(), act));
            Members.putOut(act)
                    .filter(_ -> counts.test(act))
                    .ifPresent(node -> note(removals, node, act));
        }
        for (Placed act : ordered) {
            if (isCutOff(act) || isAdmittedByNobody(act)) {
                silent.add(act.id());
            }
        }
    }

    static MembershipActs of(
            Causality causality, Guards guards, Collection<Placed> acts, Branches branches) {
        // An act weighs less than whatever has seen it: one pass judges causes before effects.
        List<Placed> ordered =
                acts.stream()
                        .filter(act -> !(act.membership() instanceof Membership.Renew))
                        .sorted(Members.CAUSES_FIRST)
                        .toList();
        Set<EntryId> dismissals = dismissals(causality, ordered, branches);
        if (dismissals.isEmpty() || !guards.stand(Guard.OPENERS_WORD_STANDS)) {
            return new MembershipActs(causality, ordered, branches, _ -> true);
        }
        var openersAlone =
                new MembershipActs(
                        causality, ordered, branches, act -> dismissals.contains(act.id()));
        return new MembershipActs(
                causality, ordered, branches, act -> isOwnAffair(act) || openersAlone.isHeard(act));
    }

    /// The opener's removals of others, none on one of two histories and none that it wrote after it had left.
    private static Set<EntryId> dismissals(
            Causality causality, List<Placed> ordered, Branches branches) {
        Optional<NodeId> opener =
                ordered.stream()
                        .filter(act -> act.membership() instanceof Membership.Open)
                        .map(Placed::author)
                        .findFirst();
        List<Placed> acts =
                ordered.stream()
                        .filter(act -> opener.filter(act.author()::equals).isPresent())
                        .filter(act -> Members.putOut(act).isPresent())
                        .toList();
        List<Placed> leaving = acts.stream().filter(MembershipActs::isOwnAffair).toList();
        return acts.stream()
                .filter(act -> !isOwnAffair(act) && !branches.isOnABranch(act))
                .filter(act -> causality.unaware(leaving, act).isEmpty())
                .map(Placed::id)
                .collect(Collectors.toSet());
    }

    private static boolean isOwnAffair(Placed act) {
        return Members.putOut(act).filter(act.author()::equals).isPresent();
    }

    private static void note(SortedMap<NodeId, List<Placed>> acts, NodeId node, Placed act) {
        acts.computeIfAbsent(node, _ -> new ArrayList<>()).add(act);
    }

    private static List<Placed> of(SortedMap<NodeId, List<Placed>> acts, NodeId node) {
        return acts.getOrDefault(node, List.of());
    }

    /// Whether one of these acts may bring somebody in.
    boolean isHeard(Placed act) {
        return !silent.contains(act.id());
    }

    /// What an addition of a node must have seen: whatever puts the node out, one for all that it has seen.
    List<Placed> removalsOf(NodeId node) {
        return causality.latest(puttingOut(node));
    }

    private List<Placed> puttingOut(NodeId node) {
        return of(removals, node).stream()
                .filter(act -> isHeard(act) || !branches.isOnABranch(act))
                .toList();
    }

    /// Whether a node belonged until this removal of it, or might have as far as the author of the removal could know: some addition
    /// that counts has not seen it, and has seen whatever else had put the node out before.
    boolean endsMembership(Placed removal, NodeId node) {
        List<Placed> puttingOut = puttingOut(node);
        Predicate<Placed> known = causality.seenBy(List.of(removal), puttingOut);
        List<Placed> before =
                puttingOut.stream()
                        .filter(act -> known.test(act) && !act.id().equals(removal.id()))
                        .toList();
        return of(additions, node).stream()
                .filter(act -> isHeard(act) && !branches.hasTwin(act))
                .filter(act -> !causality.hasSeen(act, removal))
                .anyMatch(act -> causality.hasSeenAll(act, before));
    }

    /// Whether the author was put out or had left without having written this, and was not brought back by somebody
    /// who knew. What the entry claims to have seen does not matter: a removed author can cite any past it likes.
    boolean isCutOff(Placed entry) {
        return isCutOffBy(
                cutting.computeIfAbsent(
                        entry.author(),
                        author -> removals(author, act -> !branches.isOnABranch(act))),
                entry);
    }

    /// Whether the author had left under a lower number, in whichever of its histories: who leaves does not speak on beside it.
    /// Its additions stand all the same, or it could by such a leave put out whom it had brought in long before.
    boolean isBesideItsLeave(Placed entry) {
        return isCutOffBy(
                removals(
                        entry.author(),
                        act ->
                                isOwnAffair(act)
                                        && branches.isOnABranch(act)
                                        && act.sequence() < entry.sequence()),
                entry);
    }

    private List<Placed> removals(NodeId node, Predicate<Placed> which) {
        return of(removals, node).stream().filter(which).toList();
    }

    private boolean isCutOffBy(List<Placed> cutting, Placed entry) {
        List<Placed> unwritten = causality.unaware(cutting, entry);
        if (unwritten.isEmpty()) {
            return false;
        }
        List<Placed> known = causality.latest(unwritten);
        return !known.stream().allMatch(causality.seenBy(restoring(entry), known));
    }

    /// The additions that brought the author back before it wrote this.
    private List<Placed> restoring(Placed entry) {
        List<Placed> heard =
                of(additions, entry.author()).stream()
                        .filter(addition -> addition.membership() instanceof Membership.Add)
                        .filter(addition -> isHeard(addition) && !addition.id().equals(entry.id()))
                        .toList();
        return causality.latest(
                heard.stream().filter(causality.seenBy(List.of(entry), heard)).toList());
    }

    /// Whether every addition that the author can point to is itself without a voice.
    boolean isAdmittedByNobody(Placed entry) {
        boolean silently = false;
        for (Placed addition : of(additions, entry.author())) {
            if (causality.hasSeen(entry, addition)) {
                if (isHeard(addition)) {
                    return false;
                }
                silently = true;
            }
        }
        return silently;
    }
}
