package org.counterpart.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Who is a member of a dossier, as seen from a point of its history or from all that is held.
///
/// One rule: **an addition counts only if it has seen every removal of the same node.** So a removal wins over an
/// addition made at the same time, and a node put out comes back only by somebody who knew that it was out. Every
/// accepted removal counts, even one whose author was put out meanwhile: two who remove each other are both out. Only
/// whom the opener put out removes nobody ([MembershipActs]).
public final class Members {
    /// Two cards of one serial are the fault of their node; which one counts must not hang on the order of arrival.
    private static final Comparator<SignedCard> NEWEST =
            Comparator.<SignedCard>comparingLong(signed -> signed.card().serial())
                    .thenComparing(SignedCard::signature);

    static final Comparator<Placed> CAUSES_FIRST =
            Comparator.comparingLong(entry -> entry.clock().weight());

    private final History history;
    private final Causality causality;
    private final Guards guards;

    public Members(History history) {
        this(history, Guards.ALL);
    }

    public Members(History history, Guards guards) {
        this(history, guards, new Causality(history, guards));
    }

    Members(History history, Guards guards, Causality causality) {
        this.history = history;
        this.causality = causality;
        this.guards = guards;
    }

    /// The members according to all that is held.
    public SortedMap<NodeId, Member> now(DossierId dossier) {
        List<Placed> acts = history.membership(dossier);
        SortedMap<NodeId, Member> members = standing(acts, _ -> true);
        for (Placed act : acts) {
            if (act.membership() instanceof Membership.Renew(var card)) {
                members.computeIfPresent(
                        act.author(), (_, member) -> both(member, new Member(card, false)));
            }
        }
        return members;
    }

    /// Who is a member according to these entries and their causal past, each with its newest card among those with which
    /// it was brought in. Renewals change no members, and there may be many: they are left to [#renewed].
    SortedMap<NodeId, Member> after(DossierId dossier, Collection<Placed> entries) {
        List<Placed> changes =
                history.membership(dossier).stream()
                        .filter(act -> !(act.membership() instanceof Membership.Renew))
                        .toList();
        Predicate<Placed> seen = causality.seenBy(entries, withTwins(changes));
        return standing(changes.stream().filter(seen).toList(), seen);
    }

    /// These changes and what their authors wrote under numbers that they used twice, each once.
    private List<Placed> withTwins(List<Placed> changes) {
        var twins = new TreeMap<EntryId, Placed>();
        changes.stream()
                .map(Placed::author)
                .distinct()
                .flatMap(author -> history.doubled(changes.getFirst().dossier(), author).stream())
                .forEach(twin -> twins.put(twin.id(), twin));
        changes.forEach(act -> twins.put(act.id(), act));
        return List.copyOf(twins.values());
    }

    /// The member with the newest card that these entries have seen of it.
    Member renewed(DossierId dossier, Collection<Placed> entries, Member member) {
        return changesBy(dossier, entries, member.node()).stream()
                .map(Placed::membership)
                .filter(Membership.Renew.class::isInstance)
                .map(act -> new Member(((Membership.Renew) act).card(), false))
                .reduce(member, Members::both);
    }

    /// The membership acts of one author that these entries are or have seen.
    List<Placed> changesBy(DossierId dossier, Collection<Placed> entries, NodeId author) {
        List<Placed> own =
                history.membership(dossier).stream()
                        .filter(act -> act.author().equals(author))
                        .toList();
        return own.stream().filter(causality.seenBy(entries, own)).toList();
    }

    private SortedMap<NodeId, Member> standing(List<Placed> acts, Predicate<Placed> seen) {
        var branches = new Branches(history, causality, seen);
        var together = MembershipActs.of(causality, guards, acts, branches);
        var members = new TreeMap<NodeId, Member>();
        var removals = new TreeMap<NodeId, List<Placed>>();
        for (Placed act : acts) {
            List<Member> joining = joins(act);
            if (!joining.isEmpty() && together.isHeard(act) && !branches.hasTwin(act)) {
                for (Member joined : joining) {
                    var forbidding = removals.computeIfAbsent(joined.node(), together::removalsOf);
                    if (causality.prevails(act, forbidding)) {
                        members.merge(joined.node(), joined, Members::both);
                    }
                }
            }
        }
        return members;
    }

    static List<Member> joins(Placed act) {
        return switch (act.membership()) {
            case Membership.Open(var cards, var stewards, _) -> {
                var joined = new ArrayList<Member>();
                for (SignedCard card : cards) {
                    NodeId node = card.card().node();
                    joined.add(
                            new Member(card, stewards.contains(node) || node.equals(act.author())));
                }
                yield joined;
            }
            case Membership.Add(var card, boolean steward) -> List.of(new Member(card, steward));
            case Membership.Remove _,
                    Membership.Leave _,
                    Membership.Renew _,
                    Membership.Unchanged _ ->
                    List.of();
        };
    }

    /// The node that an act puts out, or none.
    static Optional<NodeId> putOut(Placed act) {
        return switch (act.membership()) {
            case Membership.Remove(var removed, _) -> Optional.of(removed);
            case Membership.Leave() -> Optional.of(act.author());
            case Membership.Open _, Membership.Add _, Membership.Renew _, Membership.Unchanged _ ->
                    Optional.empty();
        };
    }

    private static Member both(Member one, Member other) {
        boolean newer = NEWEST.compare(other.card(), one.card()) > 0;
        return new Member(newer ? other.card() : one.card(), one.steward() || other.steward());
    }

    /// The entries that put a node out, or with which it left.
    public List<Placed> removalsOf(DossierId dossier, NodeId node) {
        return history.membership(dossier).stream()
                .filter(act -> putOut(act).filter(node::equals).isPresent())
                .toList();
    }

    /// Whether a removal of this node that counts is held, seen by an addition or not.
    public boolean isPutOut(DossierId dossier, NodeId node) {
        return !removalsOf(dossier, node).isEmpty()
                && !together(dossier).removalsOf(node).isEmpty();
    }

    /// Every node that is or was a member, as far as is held.
    public SortedSet<NodeId> ever(DossierId dossier) {
        var nodes = new TreeSet<NodeId>();
        for (Placed act : history.membership(dossier)) {
            joins(act).forEach(member -> nodes.add(member.node()));
        }
        return nodes;
    }

    /// The newest card that the entries hold of a node, member or not any longer.
    public Optional<SignedCard> card(DossierId dossier, NodeId node) {
        return history.membership(dossier).stream()
                .flatMap(act -> cards(act).stream())
                .filter(card -> card.card().node().equals(node))
                .max(NEWEST);
    }

    private static List<SignedCard> cards(Placed act) {
        return act.membership() instanceof Membership.Renew(var card)
                ? List.of(card)
                : joins(act).stream().map(Member::card).toList();
    }

    /// What a node may be told of: members of everything; one that was put out, of what led to its removal. A second removal, of
    /// whom was out already, shows it nothing of what came between; and who was never in is told nothing.
    public Predicate<Placed> visibleTo(DossierId dossier, NodeId node) {
        if (now(dossier).containsKey(node)) {
            return _ -> true;
        }
        MembershipActs together = together(dossier);
        List<Placed> removals =
                causality.latest(
                        removalsOf(dossier, node).stream()
                                .filter(removal -> together.endsMembership(removal, node))
                                .sorted(CAUSES_FIRST)
                                .toList());
        return entry -> causality.anyIncludes(removals, entry);
    }

    /// Why an entry says nothing to anybody, as far as the envelopes tell; empty for most.
    public Optional<VoidReason> voids(Placed entry) {
        return voids(entry, together(entry.dossier()));
    }

    /// The membership acts of a dossier, to be used for many entries while nothing is added to it.
    MembershipActs together(DossierId dossier) {
        return MembershipActs.of(
                causality,
                guards,
                history.membership(dossier),
                new Branches(history, causality, _ -> true));
    }

    private boolean hasTwin(Placed entry) {
        return history.hasTwoHistories(entry.dossier(), entry.author())
                && history.written(entry.dossier(), entry.author(), entry.sequence()).size() > 1;
    }

    Optional<VoidReason> voids(Placed entry, MembershipActs together) {
        if (guards.stand(Guard.ONE_HISTORY_EACH) && hasTwin(entry)) {
            return Optional.of(VoidReason.TWO_HISTORIES);
        }
        if (guards.stand(Guard.REMOVAL_CUTS_OFF)
                && (together.isCutOff(entry) || together.isBesideItsLeave(entry))) {
            return Optional.of(VoidReason.WRITTEN_AFTER_REMOVAL);
        }
        return together.isAdmittedByNobody(entry)
                ? Optional.of(VoidReason.AUTHOR_NOT_ADMITTED)
                : Optional.empty();
    }

    /// Whether the opening entry lists this suite.
    boolean admits(DossierId dossier, Suite suite) {
        return history.membership(dossier).stream()
                .map(Placed::membership)
                .anyMatch(
                        act ->
                                act instanceof Membership.Open open
                                        && open.suites().contains(suite));
    }
}
