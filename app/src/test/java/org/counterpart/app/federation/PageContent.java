package org.counterpart.app.federation;

import org.counterpart.dossier.Audience;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.Grading;
import org.counterpart.dossier.Handling;
import org.counterpart.dossier.HandlingCode;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Purpose;
import org.counterpart.dossier.Writer;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// The contents of the entries that stand on the pages of the protocol: nodes practise, and say no more than a text.
final class PageContent {
    static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private PageContent() {}

    static Content of(String text, NodeId... audience) {
        return new Content(
                "practice",
                new Writer.Node(),
                NOON,
                Audience.ofNodes(List.of(audience)),
                Handling.of(Set.of(HandlingCode.H0), Set.of(Purpose.INVESTIGATION)),
                new Grading.NothingAsserted(),
                Json.object().with("text", text),
                List.of(),
                List.of());
    }
}
