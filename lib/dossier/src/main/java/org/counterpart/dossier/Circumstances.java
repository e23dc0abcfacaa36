package org.counterpart.dossier;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// What an envelope is judged by.
///
/// Who belongs in its past is folded from all changes of members, at the price of a walk through the dossier where an
/// author has two histories. So it is looked up only once a rule asks for it.
final class Circumstances {
    private final SignedEnvelope signed;
    private final List<Placed> parents;
    private final Clock past;
    private final Placing placing;
    private final Map<String, Boolean> verified = new HashMap<>();
    private @Nullable List<SignedCard> cards;
    private @Nullable SortedMap<NodeId, Member> then;

    Circumstances(SignedEnvelope signed, List<Placed> parents, Placing placing) {
        this.signed = signed;
        this.parents = List.copyOf(parents);
        this.past = parents.stream().map(Placed::clock).reduce(Clock.NOTHING, Clock::join);
        this.placing = placing;
    }

    SignedEnvelope signed() {
        return signed;
    }

    List<Placed> parents() {
        return parents;
    }

    /// What the parents have seen.
    Clock past() {
        return past;
    }

    Cryptography cryptography() {
        return placing.cryptography();
    }

    Membership membership() {
        return signed.envelope().membership();
    }

    /// The cards with which the author was brought in before it wrote this, whether or not it was put out since. Every
    /// entry has seen the opening.
    List<SignedCard> cards() {
        if (cards == null) {
            cards =
                    placing.history().membership(signed.dossier()).stream()
                            .filter(act -> !cardsIn(act).isEmpty() && hasSeen(act))
                            .flatMap(act -> cardsIn(act).stream())
                            .toList();
        }
        return cards;
    }

    private List<SignedCard> cardsIn(Placed act) {
        return Members.joins(act).stream()
                .map(Member::card)
                .filter(card -> card.card().node().equals(signed.author()))
                .toList();
    }

    private boolean hasSeen(Placed act) {
        return act.membership() instanceof Membership.Open
                || placing.causality().anyIncludes(parents, act);
    }

    /// Whether the key of this card made the signature; verified once a key, and a node has one.
    boolean isSignedBy(SignedCard card) {
        return verified.computeIfAbsent(
                card.card().signingKey(),
                _ -> signed.isSignedBy(card.card().signingKeyBytes(), cryptography()));
    }

    boolean admits(Suite suite) {
        return placing.members().admits(signed.dossier(), suite);
    }

    /// The members in its causal past.
    SortedMap<NodeId, Member> then() {
        if (then == null) {
            then = placing.members().after(signed.dossier(), parents);
        }
        return then;
    }

    /// With the newest card with which it was brought in.
    Optional<Member> author() {
        return Optional.ofNullable(then().get(signed.author()));
    }

    /// With the newest card that it has shown.
    Optional<Member> renewedAuthor() {
        return author().map(author -> placing.members().renewed(signed.dossier(), parents, author));
    }

    /// How often the author changed something about the members before.
    int earlierChanges() {
        return placing.members().changesBy(signed.dossier(), parents, signed.author()).size();
    }
}
