package org.counterpart.dossier;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Membership acts of one dossier, seen together: which entries they leave without a voice.
///
/// What a node writes after it was put out is void, so an addition among it brings nobody in, and whoever rests on
/// that addition alone is not heard either. Otherwise a steward that was put out could cite an old past for ever,
/// bring in nodes of its own making, and speak and rule through them. An addition whose author merely used its
/// number twice does not reach that far: it would let a steward void, by a second history, what others had written.
/// Nor does a removal whose author used its number twice: a second history from the opening has seen nothing of the
/// others, so it would cut off all that they ever wrote. It puts out, unless its author was out itself.
final class MembershipActs {
    private final Causality causality;
    private final List<Placed> acts;
    private final Predicate<Placed> hasTwin;
    private final Set<EntryId> silent = new TreeSet<>();

    MembershipActs(Causality causality, Collection<Placed> acts, Predicate<Placed> hasTwin) {
        this.causality = causality;
        this.hasTwin = hasTwin;
        // An act weighs less than whatever has seen it: one pass judges causes before effects.
        this.acts =
                acts.stream()
                        .filter(act -> !(act.membership() instanceof Membership.Renew))
                        .sorted(Comparator.comparingLong(act -> act.clock().weight()))
                        .toList();
        for (Placed act : this.acts) {
            if (isCutOff(act) || isAdmittedByNobody(act)) {
                silent.add(act.id());
            }
        }
    }

    /// Whether one of these acts may bring somebody in.
    boolean isHeard(Placed act) {
        return !silent.contains(act.id());
    }

    /// What puts a node out.
    List<Placed> removalsOf(NodeId node) {
        return acts.stream()
                .filter(act -> Members.removes(act, node))
                .filter(act -> isHeard(act) || !hasTwin.test(act))
                .toList();
    }

    /// Whether the author was put out or had left without having written this, and was not brought back by somebody
    /// who knew. What the entry claims to have seen does not matter: a removed author can cite any past it likes.
    boolean isCutOff(Placed entry) {
        return acts.stream()
                .filter(removal -> Members.removes(removal, entry.author()))
                .filter(removal -> !reachesBack(removal))
                .filter(removal -> !causality.anyIncludes(List.of(removal), entry))
                .anyMatch(removal -> acts.stream().noneMatch(act -> restores(act, removal, entry)));
    }

    /// Leaving is one's own affair; a node that leaves and speaks on beside it is cut off by any of its histories.
    private boolean reachesBack(Placed removal) {
        return removal.membership() instanceof Membership.Remove && hasTwin.test(removal);
    }

    private boolean restores(Placed addition, Placed removal, Placed entry) {
        return addition.membership() instanceof Membership.Add
                && admits(addition, entry)
                && isHeard(addition)
                && causality.hasSeen(addition, removal);
    }

    /// Whether every addition that the author can point to is itself without a voice.
    boolean isAdmittedByNobody(Placed entry) {
        List<Placed> additions = acts.stream().filter(act -> admits(act, entry)).toList();
        return !additions.isEmpty() && additions.stream().noneMatch(this::isHeard);
    }

    private boolean admits(Placed addition, Placed entry) {
        return Members.joins(addition).stream()
                        .anyMatch(member -> member.node().equals(entry.author()))
                && causality.hasSeen(entry, addition);
    }
}
