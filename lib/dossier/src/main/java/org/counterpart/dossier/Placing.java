package org.counterpart.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/// Decides whether an envelope has a place in its dossier: same envelope, same past, same answer on every node.
public final class Placing {
    private final History history;
    private final Members members;
    private final Cryptography cryptography;
    private final Guards guards;

    public Placing(History history, Cryptography cryptography) {
        this(history, cryptography, Guards.ALL);
    }

    public Placing(History history, Cryptography cryptography, Guards guards) {
        this.history = history;
        this.members = new Members(history, guards);
        this.cryptography = cryptography;
        this.guards = guards;
    }

    /// Where the envelope belongs; nothing is changed.
    public Placement place(SignedEnvelope signed) {
        if (history.find(signed.id()).isPresent()) {
            return new Placement.Held();
        }
        Envelope envelope = signed.envelope();
        if (envelope.parents().isEmpty()) {
            return opening(signed);
        }
        if (!List.copyOf(new TreeSet<>(envelope.parents())).equals(envelope.parents())) {
            return new Placement.Refused(EnvelopeRefusal.PARENTS_NOT_ASCENDING);
        }
        return withParents(signed);
    }

    private Placement opening(SignedEnvelope signed) {
        Clock clock = Clock.NOTHING.with(signed.author(), 1);
        return OpeningRule.broken(signed, cryptography)
                .<Placement>map(Placement.Refused::new)
                .orElseGet(() -> new Placement.Taken(new Placed(signed, clock)));
    }

    private Placement withParents(SignedEnvelope signed) {
        var parents = new ArrayList<Placed>();
        var missing = new TreeSet<EntryId>();
        for (EntryId id : signed.envelope().parents()) {
            Optional<Placed> parent = history.find(id);
            if (parent.isEmpty() && isRefusedForGood(id)) {
                return new Placement.Refused(EnvelopeRefusal.PARENT_REFUSED);
            }
            parent.ifPresentOrElse(parents::add, () -> missing.add(id));
        }
        if (!missing.isEmpty()) {
            return new Placement.Early(missing);
        }
        return following(signed, parents);
    }

    /// A wrong signature says nothing about the envelope, whose identity does not cover it: were it remembered against
    /// the identity, whoever carries an entry could have it and all that follows refused by some members only.
    private boolean isRefusedForGood(EntryId id) {
        return history.refusal(id)
                .filter(ground -> ground != EnvelopeRefusal.SIGNATURE_WRONG)
                .isPresent();
    }

    private Placement following(SignedEnvelope signed, List<Placed> parents) {
        if (parents.stream().anyMatch(parent -> !parent.dossier().equals(signed.dossier()))) {
            return new Placement.Refused(EnvelopeRefusal.PARENT_OF_ANOTHER_DOSSIER);
        }
        Clock past = parents.stream().map(Placed::clock).reduce(Clock.NOTHING, Clock::join);
        SortedMap<NodeId, Member> then = members.after(signed.dossier(), parents);
        var circumstances = new Circumstances(signed, parents, past, then, members, cryptography);
        Optional<EnvelopeRefusal> broken = EnvelopeRule.broken(circumstances, guards);
        return broken.<Placement>map(Placement.Refused::new)
                .orElseGet(
                        () ->
                                new Placement.Taken(
                                        new Placed(
                                                signed,
                                                past.with(signed.author(), signed.sequence()))));
    }

    /// What an envelope is judged by.
    ///
    /// @param past what its parents have seen
    /// @param then the members in its causal past
    record Circumstances(
            SignedEnvelope signed,
            List<Placed> parents,
            Clock past,
            SortedMap<NodeId, Member> then,
            Members members,
            Cryptography cryptography) {
        Membership membership() {
            return signed.envelope().membership();
        }

        /// With the newest card with which it was brought in.
        Optional<Member> author() {
            return Optional.ofNullable(then.get(signed.author()));
        }

        /// With the newest card that it has shown.
        Optional<Member> renewedAuthor() {
            return author().map(author -> members.renewed(signed.dossier(), parents, author));
        }

        /// How often the author changed something about the members before.
        int earlierChanges() {
            return members.changesBy(signed.dossier(), parents, signed.author()).size();
        }
    }
}
