package org.counterpart.app.exchange;

import org.counterpart.dossier.Content;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Malformed;
import org.counterpart.dossier.TypeRule;
import org.counterpart.dossier.Writer;
import org.springframework.stereotype.Component;

import java.util.Set;

/// What makes an entry between desks count: the one place that says so, for every reader of a picture.
///
/// Who may answer is not decided here, for that stands in another entry: an answer of a node that was not asked is kept
/// as what it is, and [Requests] lets it answer nothing.
@Component
final class MessageRule implements TypeRule {
    MessageRule() {}

    @Override
    public Set<EntryId> about(Content content) {
        return Message.of(content).map(message -> about(message, content)).orElse(Set.of());
    }

    private static Set<EntryId> about(Message message, Content content) {
        return switch (message) {
            case Message.InformationRequest request -> {
                checkAsked(request.to(), content);
                yield Set.of();
            }
            case Message.InformationAnswer answer -> Set.of(answer.request());
            case Message.RequestRefused refusal -> Set.of(refusal.request());
            case Message.SpontaneousInformation _ -> Set.of();
        };
    }

    /// A desk asks a desk that can read it; anything else nobody could answer.
    private static void checkAsked(DeskId to, Content content) {
        boolean reaches =
                content.audience().desks().values().stream().anyMatch(desks -> desks.contains(to));
        if (!reaches || !(content.writer() instanceof Writer.Desk)) {
            throw new Malformed("a question is from a desk, to a desk of its audience");
        }
    }
}
