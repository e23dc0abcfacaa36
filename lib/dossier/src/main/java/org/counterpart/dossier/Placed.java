package org.counterpart.dossier;

/// An entry that has its place in a dossier: its whole causal past is held, and it was not refused.
public record Placed(SignedEnvelope signed, Clock clock) {
    public EntryId id() {
        return signed.id();
    }

    public Envelope envelope() {
        return signed.envelope();
    }

    public DossierId dossier() {
        return envelope().dossier();
    }

    public NodeId author() {
        return envelope().author();
    }

    public long sequence() {
        return envelope().sequence();
    }

    public Membership membership() {
        return envelope().membership();
    }
}
