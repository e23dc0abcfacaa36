package org.counterpart.app.exchange;

import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Grading;
import org.counterpart.dossier.Handling;

import java.util.List;

/// What an officer decides around the words: handling, evaluation, and what it rests on.
public record Manner(Handling handling, Grading grading, List<EntryId> sources) {
    public Manner {
        sources = List.copyOf(sources);
    }
}
