package org.counterpart.dossier;

import java.util.List;
import java.util.Optional;

/// What is held, and how often it was asked for.
final class Counting implements History {
    private final Held held;
    int asked;

    Counting(Held held) {
        this.held = held;
    }

    private Held asked() {
        asked++;
        return held;
    }

    @Override
    public Optional<Placed> find(EntryId id) {
        return asked().find(id);
    }

    @Override
    public List<Placed> membership(DossierId dossier) {
        return asked().membership(dossier);
    }

    @Override
    public List<Placed> written(DossierId dossier, NodeId author, long sequence) {
        return asked().written(dossier, author, sequence);
    }

    @Override
    public boolean hasTwoHistories(DossierId dossier, NodeId author) {
        return asked().hasTwoHistories(dossier, author);
    }

    @Override
    public List<Placed> doubled(DossierId dossier, NodeId author) {
        return asked().doubled(dossier, author);
    }

    @Override
    public Optional<EnvelopeRefusal> refusal(EntryId id) {
        return asked().refusal(id);
    }
}
