package org.counterpart.dossier;

import java.util.List;
import java.util.Set;

/// Lawful contents, of which a test changes what it is about.
final class Contents {
    static final Handling FREE =
            Handling.of(Set.of(HandlingCode.H0), Set.of(Purpose.INVESTIGATION));

    private Contents() {}

    static Content about(String words) {
        return content("note", Json.object().with("words", words), Audience.ofNodes(List.of()));
    }

    static Content of(Act act, Audience audience) {
        return content(act.type(), act.payload(), audience);
    }

    static Content to(TestNode... nodes) {
        return about("Words").withAudience(audience(nodes));
    }

    static Audience audience(TestNode... nodes) {
        return Audience.ofNodes(List.of(nodes).stream().map(TestNode::id).toList());
    }

    static Content content(String type, Json.Members payload, Audience audience) {
        return new Content(
                type,
                new Writer.Node(),
                TestNode.NOON,
                audience,
                FREE,
                new Grading.NothingAsserted(),
                payload,
                List.of(),
                List.of());
    }

    static Content under(Content content, Handling handling) {
        return new Content(
                content.type(),
                content.writer(),
                content.claimedAt(),
                content.audience(),
                handling,
                content.grading(),
                content.payload(),
                content.attachments(),
                content.sources());
    }

    static Content quoting(Content content, Placed... sources) {
        return citing(
                content,
                List.of(sources).stream()
                        .map(source -> new Citation(source.dossier(), source.id(), source.author()))
                        .toList());
    }

    static Content citing(Content content, List<Citation> sources) {
        return new Content(
                content.type(),
                content.writer(),
                content.claimedAt(),
                content.audience(),
                content.handling(),
                content.grading(),
                content.payload(),
                content.attachments(),
                sources);
    }
}
