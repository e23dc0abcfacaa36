package org.counterpart.app.dossiers;

import org.counterpart.dossier.Act;
import org.counterpart.dossier.Attachment;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.Citation;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.Grading;
import org.counterpart.dossier.Handling;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.Writer;

import java.time.Instant;
import java.util.List;

/// What a desk wants to say, before it is an entry.
///
/// @param type a word of the protocol
/// @param payload what the type prescribes
/// @param sources the entries that it quotes or was derived from
public record Draft(
        String type,
        Writer writer,
        Audience audience,
        Handling handling,
        Grading grading,
        Json.Members payload,
        List<Citation> sources) {
    private static final List<Attachment> NO_ATTACHMENTS = List.of();

    /// An act that every dossier knows.
    public static Draft of(Act act, Writer writer, Audience audience, Handling handling) {
        return new Draft(
                act.type(),
                writer,
                audience,
                handling,
                new Grading.NothingAsserted(),
                act.payload(),
                List.of());
    }

    Content content(Instant now) {
        return new Content(
                type, writer, now, audience, handling, grading, payload, NO_ATTACHMENTS, sources);
    }
}
