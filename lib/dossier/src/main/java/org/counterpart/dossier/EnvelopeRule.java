package org.counterpart.dossier;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What must hold for an entry that is not the first, each rule from the envelope and its causal past alone.
///
/// They are looked at in this order: cheap ones first, then the signature, and only of what is signed who belongs in its
/// past. What a stranger brings, or a carrier has spoiled, costs no walk.
enum EnvelopeRule {
    /// A dossier is opened once.
    OPENS_ONLY_FIRST(EnvelopeRefusal.OPENING_MISPLACED) {
        @Override
        boolean holds(Circumstances it) {
            return !(it.membership() instanceof Membership.Open);
        }
    },

    AUTHOR_WAS_BROUGHT_IN(EnvelopeRefusal.AUTHOR_NOT_A_MEMBER) {
        @Override
        boolean holds(Circumstances it) {
            return !it.cards().isEmpty();
        }
    },

    /// The next number of its author, with the previous entry among the parents: nothing can be left out.
    FOLLOWS_ITS_AUTHORS_PREVIOUS(EnvelopeRefusal.SEQUENCE_BROKEN) {
        @Override
        boolean holds(Circumstances it) {
            NodeId author = it.signed().author();
            long previous = it.signed().sequence() - 1;
            long own =
                    it.parents().stream()
                            .filter(parent -> parent.author().equals(author))
                            .filter(parent -> parent.sequence() == previous)
                            .count();
            return it.past().of(author) == previous && own == (previous == 0 ? 0 : 1);
        }
    },

    SUITE_IS_ADMITTED(EnvelopeRefusal.SUITE_NOT_ADMITTED) {
        @Override
        boolean holds(Circumstances it) {
            return it.admits(it.signed().envelope().suite());
        }
    },

    SIGNED_BY_ITS_AUTHOR(EnvelopeRefusal.SIGNATURE_WRONG) {
        @Override
        boolean holds(Circumstances it) {
            return it.cards().stream().anyMatch(it::isSignedBy);
        }
    },

    AUTHOR_IS_A_MEMBER(EnvelopeRefusal.AUTHOR_NOT_A_MEMBER) {
        @Override
        boolean holds(Circumstances it) {
            return it.author().isPresent();
        }
    },

    /// As every member sees it: two keys of one node, should anybody ever find them, must not divide the others.
    SIGNED_BY_THE_CARD_THAT_COUNTS(EnvelopeRefusal.SIGNATURE_WRONG) {
        @Override
        boolean holds(Circumstances it) {
            return it.author().map(Member::card).filter(it::isSignedBy).isPresent();
        }
    },

    ONLY_STEWARDS_CHANGE_MEMBERS(EnvelopeRefusal.NOT_A_STEWARD) {
        @Override
        boolean holds(Circumstances it) {
            return switch (it.membership()) {
                case Membership.Add _, Membership.Remove _ ->
                        it.author().filter(Member::steward).isPresent();
                case Membership.Open _,
                        Membership.Leave _,
                        Membership.Renew _,
                        Membership.Unchanged _ ->
                        true;
            };
        }
    },

    CARDS_ARE_GENUINE(EnvelopeRefusal.CARD_NOT_GENUINE) {
        @Override
        boolean holds(Circumstances it) {
            return switch (it.membership()) {
                case Membership.Add(var card, _) -> card.isGenuine(it.cryptography());
                case Membership.Renew(var card) -> card.isGenuine(it.cryptography());
                case Membership.Open _,
                        Membership.Leave _,
                        Membership.Remove _,
                        Membership.Unchanged _ ->
                        true;
            };
        }
    },

    RENEWS_ITS_OWN_CARD(EnvelopeRefusal.CARD_NOT_A_RENEWAL) {
        @Override
        boolean holds(Circumstances it) {
            return !(it.membership() instanceof Membership.Renew(SignedCard(var renewed, _)))
                    || it.renewedAuthor()
                            .map(author -> author.card().card())
                            .filter(card -> card.node().equals(renewed.node()))
                            .filter(card -> card.serial() < renewed.serial())
                            .isPresent();
        }
    },

    /// So that a removal cannot reach back and void what its author had long accepted.
    REMOVAL_NAMES_WHAT_WAS_SEEN(EnvelopeRefusal.LAST_NUMBER_WRONG) {
        @Override
        boolean holds(Circumstances it) {
            return !(it.membership() instanceof Membership.Remove(var node, long last))
                    || it.past().of(node) == last;
        }
    },

    ROOM_FOR_A_MEMBER(EnvelopeRefusal.TOO_MANY_MEMBERS) {
        @Override
        boolean holds(Circumstances it) {
            return !(it.membership() instanceof Membership.Add)
                    || it.then().size() < Membership.MAX_MEMBERS;
        }
    },

    /// Every look at a dossier folds its changes of members, so nobody may make them without end. Leaving ends by itself.
    CHANGES_ARE_NOT_WITHOUT_END(EnvelopeRefusal.TOO_MANY_CHANGES) {
        @Override
        boolean holds(Circumstances it) {
            return switch (it.membership()) {
                case Membership.Add _, Membership.Remove _, Membership.Renew _ ->
                        it.earlierChanges() < Membership.MAX_CHANGES;
                case Membership.Open _, Membership.Leave _, Membership.Unchanged _ -> true;
            };
        }
    };

    private final EnvelopeRefusal refusal;

    EnvelopeRule(EnvelopeRefusal refusal) {
        this.refusal = refusal;
    }

    abstract boolean holds(Circumstances it);

    /// The first ground on which these rules refuse.
    static Optional<EnvelopeRefusal> broken(Circumstances it, Guards guards) {
        return Arrays.stream(values())
                .filter(rule -> rule.guarded().stream().allMatch(guards::stand))
                .filter(rule -> !rule.holds(it))
                .map(rule -> rule.refusal)
                .findFirst();
    }

    private List<Guard> guarded() {
        return switch (this) {
            case AUTHOR_WAS_BROUGHT_IN, AUTHOR_IS_A_MEMBER -> List.of(Guard.AUTHOR_IS_A_MEMBER);
            case FOLLOWS_ITS_AUTHORS_PREVIOUS -> List.of(Guard.FOLLOWS_ITS_AUTHORS_PREVIOUS);
            case SIGNED_BY_ITS_AUTHOR, SIGNED_BY_THE_CARD_THAT_COUNTS ->
                    List.of(Guard.AUTHOR_IS_A_MEMBER, Guard.SIGNED_BY_ITS_AUTHOR);
            case ONLY_STEWARDS_CHANGE_MEMBERS ->
                    List.of(Guard.AUTHOR_IS_A_MEMBER, Guard.ONLY_STEWARDS_CHANGE_MEMBERS);
            case OPENS_ONLY_FIRST,
                    SUITE_IS_ADMITTED,
                    CARDS_ARE_GENUINE,
                    RENEWS_ITS_OWN_CARD,
                    REMOVAL_NAMES_WHAT_WAS_SEEN,
                    ROOM_FOR_A_MEMBER,
                    CHANGES_ARE_NOT_WITHOUT_END ->
                    List.of();
        };
    }
}
