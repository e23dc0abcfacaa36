package org.counterpart.dossier;

import java.util.Optional;
import java.util.TreeSet;

/// What an opening entry must be: the first of its author, naming its members by genuine cards, itself among them.
final class OpeningRule {
    private OpeningRule() {}

    static Optional<EnvelopeRefusal> broken(SignedEnvelope signed, Cryptography cryptography) {
        Envelope envelope = signed.envelope();
        if (!(envelope.membership() instanceof Membership.Open open)) {
            return Optional.of(EnvelopeRefusal.OPENING_MISPLACED);
        }
        if (!envelope.derivedDossier().equals(envelope.dossier())) {
            return Optional.of(EnvelopeRefusal.DOSSIER_ID_FORGED);
        }
        if (!isWellFormed(envelope, open)) {
            return Optional.of(EnvelopeRefusal.OPENING_MALFORMED);
        }
        if (!open.members().stream().allMatch(card -> card.isGenuine(cryptography))) {
            return Optional.of(EnvelopeRefusal.CARD_NOT_GENUINE);
        }
        boolean signedByAuthor =
                open.members().stream()
                        .map(SignedCard::card)
                        .filter(card -> card.node().equals(signed.author()))
                        .anyMatch(card -> signed.isSignedBy(card.signingKeyBytes(), cryptography));
        return signedByAuthor ? Optional.empty() : Optional.of(EnvelopeRefusal.SIGNATURE_WRONG);
    }

    private static boolean isWellFormed(Envelope envelope, Membership.Open open) {
        var nodes = new TreeSet<NodeId>();
        open.members().forEach(card -> nodes.add(card.card().node()));
        return envelope.sequence() == 1
                && nodes.size() == open.members().size()
                && nodes.contains(envelope.author())
                && nodes.containsAll(open.stewards())
                && open.suites().contains(envelope.suite());
    }
}
