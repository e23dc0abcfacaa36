package org.counterpart.dossier;

import org.counterpart.dossier.Placing.Circumstances;

import java.util.List;
import java.util.Optional;

/// What must hold for an entry that is not the first, each rule from the envelope and its causal past alone.
interface EnvelopeRule {
    Optional<EnvelopeRefusal> broken(Circumstances it);

    /// A dossier is opened once.
    EnvelopeRule OPENS_ONLY_FIRST =
            it ->
                    check(
                            !(it.signed().envelope().membership() instanceof Membership.Open),
                            EnvelopeRefusal.OPENING_MISPLACED);

    EnvelopeRule AUTHOR_IS_A_MEMBER =
            it -> check(it.author().isPresent(), EnvelopeRefusal.AUTHOR_NOT_A_MEMBER);

    EnvelopeRule SIGNED_BY_ITS_AUTHOR =
            it ->
                    check(
                            it.author()
                                    .filter(
                                            author ->
                                                    it.signed()
                                                            .isSignedBy(
                                                                    author.card()
                                                                            .card()
                                                                            .signingKeyBytes(),
                                                                    it.cryptography()))
                                    .isPresent(),
                            EnvelopeRefusal.SIGNATURE_WRONG);

    EnvelopeRule SUITE_IS_ADMITTED =
            it ->
                    check(
                            it.members()
                                    .admitted(it.signed().dossier(), it.signed().envelope().suite())
                                    .isPresent(),
                            EnvelopeRefusal.SUITE_NOT_ADMITTED);

    /// The next number of its author, with the previous entry among the parents: nothing can be left out.
    EnvelopeRule FOLLOWS_ITS_AUTHORS_PREVIOUS =
            it -> {
                long previous = it.signed().sequence() - 1;
                long own =
                        it.parents().stream()
                                .filter(parent -> parent.author().equals(it.signed().author()))
                                .filter(parent -> parent.sequence() == previous)
                                .count();
                boolean follows =
                        it.past().of(it.signed().author()) == previous
                                && own == (previous == 0 ? 0 : 1);
                return check(follows, EnvelopeRefusal.SEQUENCE_BROKEN);
            };

    EnvelopeRule ONLY_STEWARDS_CHANGE_MEMBERS =
            it ->
                    switch (it.signed().envelope().membership()) {
                        case Membership.Add _, Membership.Remove _ ->
                                check(
                                        it.author().filter(Member::steward).isPresent(),
                                        EnvelopeRefusal.NOT_A_STEWARD);
                        case Membership.Open _,
                                Membership.Leave _,
                                Membership.Renew _,
                                Membership.Unchanged _ ->
                                Optional.empty();
                    };

    EnvelopeRule CARDS_ARE_GENUINE =
            it ->
                    switch (it.signed().envelope().membership()) {
                        case Membership.Add(var card, _) -> genuine(card, it);
                        case Membership.Renew(var card) -> genuine(card, it);
                        case Membership.Open _,
                                Membership.Leave _,
                                Membership.Remove _,
                                Membership.Unchanged _ ->
                                Optional.empty();
                    };

    EnvelopeRule RENEWS_ITS_OWN_CARD =
            it -> {
                if (!(it.signed().envelope().membership()
                        instanceof Membership.Renew(var renewed))) {
                    return Optional.empty();
                }
                boolean newer =
                        renewed.card().node().equals(it.signed().author())
                                && it.author()
                                        .filter(
                                                author ->
                                                        author.card().card().serial()
                                                                < renewed.card().serial())
                                        .isPresent();
                return check(newer, EnvelopeRefusal.CARD_NOT_A_RENEWAL);
            };

    /// So that a removal cannot reach back and void what its author had long accepted.
    EnvelopeRule REMOVAL_NAMES_WHAT_WAS_SEEN =
            it ->
                    it.signed().envelope().membership()
                                    instanceof Membership.Remove(var node, long last)
                            ? check(it.past().of(node) == last, EnvelopeRefusal.LAST_NUMBER_WRONG)
                            : Optional.empty();

    EnvelopeRule ROOM_FOR_A_MEMBER =
            it ->
                    check(
                            !(it.signed().envelope().membership() instanceof Membership.Add)
                                    || it.then().size() < Membership.MAX_MEMBERS,
                            EnvelopeRefusal.TOO_MANY_MEMBERS);

    /// In the order in which they are looked at; cheap ones first, the signature before what it vouches for.
    List<EnvelopeRule> ALL =
            List.of(
                    OPENS_ONLY_FIRST,
                    AUTHOR_IS_A_MEMBER,
                    FOLLOWS_ITS_AUTHORS_PREVIOUS,
                    SUITE_IS_ADMITTED,
                    SIGNED_BY_ITS_AUTHOR,
                    ONLY_STEWARDS_CHANGE_MEMBERS,
                    CARDS_ARE_GENUINE,
                    RENEWS_ITS_OWN_CARD,
                    REMOVAL_NAMES_WHAT_WAS_SEEN,
                    ROOM_FOR_A_MEMBER);

    private static Optional<EnvelopeRefusal> genuine(SignedCard card, Circumstances it) {
        return check(card.isGenuine(it.cryptography()), EnvelopeRefusal.CARD_NOT_GENUINE);
    }

    private static Optional<EnvelopeRefusal> check(boolean holds, EnvelopeRefusal otherwise) {
        return holds ? Optional.empty() : Optional.of(otherwise);
    }
}
