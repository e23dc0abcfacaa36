package org.counterpart.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Decides whether an envelope has a place in its dossier: same envelope, same past, same answer on every node.
public final class Placing {
    private final History history;
    private final Causality causality;
    private final Members members;
    private final Cryptography cryptography;
    private final Guards guards;

    public Placing(History history, Cryptography cryptography) {
        this(history, cryptography, Guards.ALL);
    }

    public Placing(History history, Cryptography cryptography, Guards guards) {
        this.history = history;
        this.causality = new Causality(history, guards);
        this.members = new Members(history, guards, causality);
        this.cryptography = cryptography;
        this.guards = guards;
    }

    /// The members by whom it judges: who asks these as well walks through nothing that was walked through before.
    public Members members() {
        return members;
    }

    History history() {
        return history;
    }

    Causality causality() {
        return causality;
    }

    Cryptography cryptography() {
        return cryptography;
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
        var circumstances = new Circumstances(signed, parents, this);
        Optional<EnvelopeRefusal> broken = EnvelopeRule.broken(circumstances, guards);
        return broken.<Placement>map(Placement.Refused::new)
                .orElseGet(() -> new Placement.Taken(new Placed(signed, clock(circumstances))));
    }

    private static Clock clock(Circumstances it) {
        return it.past().with(it.signed().author(), it.signed().sequence());
    }
}
