package org.counterpart.replication;

import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.Member;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.SignedCard;
import org.counterpart.dossier.SignedEnvelope;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Shows that the sender of a batch belongs to a dossier, before its addition can be placed.
///
/// A founder may reach the others only through a node that was brought in later, and of whose addition it can hear from
/// nobody else. So a node shows first how it came in: its addition, that of the steward who signed it, and so on up to one
/// that the opening names. Each signature can be verified without the past of the entry, as a chain of certificates can.
/// Whoever was put out, as far as is held, vouches for nobody and by nobody is vouched for.
final class Vouching {
    private final Turn turn;
    private final List<SignedEnvelope> shown;

    /// Looked through once each, as it means to verify signatures: nothing is taken that could change the answer.
    private final Set<DossierId> looked = new TreeSet<>();

    /// @param shown the envelopes of the batch
    Vouching(Turn turn, List<SignedEnvelope> shown) {
        this.turn = turn;
        this.shown = shown;
    }

    /// Whether stewards of a dossier of ours vouch for the sender.
    boolean isFor(DossierId dossier) {
        if (looked.add(dossier) && vouchFor(dossier)) {
            turn.answer().vouched.add(dossier);
        }
        return turn.hasVouched(dossier);
    }

    private boolean vouchFor(DossierId dossier) {
        SortedMap<NodeId, Member> known = new TreeMap<>(turn.membersOf(dossier));
        for (SignedEnvelope envelope : shown) {
            if (envelope.dossier().equals(dossier)
                    && envelope.envelope().membership()
                            instanceof Membership.Add(var card, boolean steward)
                    && isSignedByASteward(envelope, known)
                    && isNotOut(dossier, card)) {
                known.merge(
                        card.card().node(),
                        new Member(card, steward),
                        (had, shown) -> new Member(had.card(), had.steward() || shown.steward()));
            }
        }
        return known.containsKey(turn.peer());
    }

    private boolean isSignedByASteward(SignedEnvelope envelope, SortedMap<NodeId, Member> known) {
        return Optional.ofNullable(known.get(envelope.author()))
                .filter(Member::steward)
                .map(author -> author.card().card().signingKeyBytes())
                .filter(key -> envelope.isSignedBy(key, turn.tools().cryptography()))
                .isPresent();
    }

    private boolean isNotOut(DossierId dossier, SignedCard card) {
        return card.isGenuine(turn.tools().cryptography())
                && !turn.members().isPutOut(dossier, card.card().node());
    }

    /// Whether an addition is not signed by its author, as far as a card of the author is held or shown beside it. The id of a
    /// node follows from its signing key, so it does not matter who shows the card.
    boolean isForged(SignedEnvelope addition) {
        return Stream.concat(
                        turn.membersOf(addition.dossier()).values().stream().map(Member::card),
                        shown.stream()
                                .filter(one -> one.dossier().equals(addition.dossier()))
                                .flatMap(one -> cards(one.envelope().membership())))
                .filter(card -> card.card().node().equals(addition.author()))
                .map(card -> card.card().signingKeyBytes())
                .findFirst()
                .filter(key -> !addition.isSignedBy(key, turn.tools().cryptography()))
                .isPresent();
    }

    private static Stream<SignedCard> cards(Membership act) {
        return switch (act) {
            case Membership.Open(var members, _, _) -> members.stream();
            case Membership.Add(var card, _) -> Stream.of(card);
            case Membership.Renew(var card) -> Stream.of(card);
            case Membership.Remove _, Membership.Leave _, Membership.Unchanged _ -> Stream.of();
        };
    }

    /// The opening of a dossier and the additions by which a node came in, the first steward's first. Each rests on what was
    /// written before it: two stewards that added each other again do not vouch for each other in a ring.
    static List<Placed> waysIn(Turn turn, DossierId dossier, NodeId node) {
        List<Placed> acts =
                turn.store().envelopes().membership(dossier).stream()
                        .sorted(Past.PARENTS_FIRST)
                        .toList();
        var chain = new ArrayList<Placed>();
        Optional<Placed> act = wayIn(turn, acts, node, false);
        while (act.isPresent()) {
            Placed one = act.get();
            chain.addFirst(one);
            act =
                    one.membership() instanceof Membership.Open
                            ? Optional.empty()
                            : wayIn(turn, acts.subList(0, acts.indexOf(one)), one.author(), true);
        }
        return chain;
    }

    /// What another brought a node in by, of the opener if it did: whom others brought in may rest on one that is out, unknown to
    /// us. Else the first, of a steward who has not been put out since if there is one.
    private static Optional<Placed> wayIn(
            Turn turn, List<Placed> acts, NodeId node, boolean asSteward) {
        List<Placed> all =
                acts.stream()
                        .filter(act -> bringsIn(act, node))
                        .filter(act -> !asSteward || makesASteward(act, node))
                        .filter(
                                act ->
                                        act.membership() instanceof Membership.Open
                                                || !act.author().equals(node))
                        .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        NodeId opener = acts.getFirst().author();
        return all.stream()
                .filter(act -> turn.membersOf(act.dossier()).containsKey(act.author()))
                .min(Comparator.comparing(act -> !act.author().equals(opener)))
                .or(() -> Optional.of(all.getFirst()));
    }

    private static boolean makesASteward(Placed act, NodeId node) {
        return switch (act.membership()) {
            case Membership.Open(_, var stewards, _) ->
                    stewards.contains(node) || node.equals(act.author());
            case Membership.Add(_, boolean steward) -> steward;
            case Membership.Remove _,
                    Membership.Leave _,
                    Membership.Renew _,
                    Membership.Unchanged _ ->
                    false;
        };
    }

    /// Whether an act names a node as one that belongs to the dossier from now on.
    static boolean bringsIn(Placed act, NodeId node) {
        return switch (act.membership()) {
            case Membership.Open(var members, _, _) ->
                    members.stream().anyMatch(card -> card.card().node().equals(node));
            case Membership.Add(var card, _) -> card.card().node().equals(node);
            case Membership.Remove _,
                    Membership.Leave _,
                    Membership.Renew _,
                    Membership.Unchanged _ ->
                    false;
        };
    }
}
