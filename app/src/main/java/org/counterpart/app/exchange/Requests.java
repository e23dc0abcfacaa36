package org.counterpart.app.exchange;

import org.counterpart.dossier.Content;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Picture;
import org.counterpart.dossier.Sight;
import org.counterpart.dossier.Writer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The requests of a dossier and where each stands: a pure fold over its picture.
///
/// An answer counts only from the node that was asked and where it is said to the desk that asked, a withdrawal is a recall by the asker, and a refusal gives way
/// to an answer that saw it: the desk thought again. Where an answer was recalled, the request is open again.
final class Requests {
    private final SortedMap<EntryId, Request.Asked> asked = new TreeMap<>();
    private final List<Request> requests = new ArrayList<>();
    private final Map<EntryId, List<Reply>> replies = new HashMap<>();

    /// What answers or refuses a question, whoever says it.
    private record Reply(Picture.Line line, Message message) {}

    private Requests(Picture picture) {
        for (Picture.Line line : picture.lines()) {
            messageOf(line).ifPresent(message -> note(line, message));
        }
        for (Picture.Line line : picture.lines()) {
            Request.Asked ask = asked.get(line.id());
            if (ask != null) {
                requests.add(stateOf(line, ask));
            }
        }
    }

    private void note(Picture.Line line, Message message) {
        switch (message) {
            case Message.InformationRequest request ->
                    asked(line, request).ifPresent(ask -> asked.put(line.id(), ask));
            case Message.InformationAnswer answer -> note(answer.request(), line, answer);
            case Message.RequestRefused refusal -> note(refusal.request(), line, refusal);
            case Message.SpontaneousInformation _ -> {}
        }
    }

    private void note(EntryId request, Picture.Line line, Message reply) {
        replies.computeIfAbsent(request, _ -> new ArrayList<>()).add(new Reply(line, reply));
    }

    /// The requests in reading order.
    static List<Request> in(Picture picture) {
        return List.copyOf(new Requests(picture).requests);
    }

    /// What a line says between desks; nothing for one that is closed, void, or of another kind. In a picture nothing
    /// that breaks its type is left to read, see [MessageRule].
    static Optional<Message> messageOf(Picture.Line line) {
        return line.sight() instanceof Sight.Read(Content content)
                ? Message.of(content)
                : Optional.empty();
    }

    private static Optional<Request.Asked> asked(
            Picture.Line line, Message.InformationRequest request) {
        if (!(line.sight() instanceof Sight.Read(Content content))
                || !(content.writer() instanceof Writer.Desk(var desk, _))) {
            return Optional.empty();
        }
        NodeId from = line.placed().author();
        return content.audience().desks().entrySet().stream()
                .filter(entry -> entry.getValue().contains(request.to()))
                .map(entry -> entry.getKey())
                .findFirst()
                .map(
                        node ->
                                new Request.Asked(
                                        line.id(), from, desk, node, request, content.claimedAt()));
    }

    private Request stateOf(Picture.Line line, Request.Asked ask) {
        if (line.standing() == Picture.Standing.RECALLED) {
            return new Request.Withdrawn(ask);
        }
        var answers = new ArrayList<Picture.Line>();
        Optional<Request> refused = Optional.empty();
        for (Reply reply : replies.getOrDefault(ask.id(), List.of())) {
            if (!counts(reply.line(), line, ask)) {
                continue;
            }
            if (reply.message() instanceof Message.RequestRefused refusal) {
                refused =
                        Optional.of(new Request.Refused(ask, reply.line().id(), refusal.ground()));
            } else {
                answers.add(reply.line());
                refused = Optional.empty();
            }
        }
        return refused.orElseGet(() -> answered(ask, line, answers));
    }

    /// What was kept from the desk that asked is no reply to it; where the asker itself left its desk out, nothing is owed
    /// to that.
    private static boolean counts(Picture.Line reply, Picture.Line question, Request.Asked ask) {
        return reply.placed().author().equals(ask.requestedNode())
                && reply.standing() != Picture.Standing.RECALLED
                && (isSaidToAsker(reply, ask) || !isSaidToAsker(question, ask));
    }

    private static boolean isSaidToAsker(Picture.Line line, Request.Asked ask) {
        return line.sight() instanceof Sight.Read(Content content)
                && content.audience()
                        .desks()
                        .getOrDefault(ask.askingNode(), Collections.emptySortedSet())
                        .contains(ask.askingDesk());
    }

    private static Request answered(
            Request.Asked ask, Picture.Line line, List<Picture.Line> answers) {
        Optional<Instant> delivered =
                Optional.ofNullable(line.deliveries().get(ask.requestedNode()))
                        .map(Picture.Delivery::counted);
        Instant from = delivered.orElse(ask.sentAt());
        Instant due = from.plus(ask.message().urgency().time());
        List<EntryId> ids = answers.stream().map(Picture.Line::id).toList();
        Optional<Picture.Line> full = answers.stream().filter(Requests::isFull).findFirst();
        if (full.isPresent()) {
            return new Request.Answered(ask, ids, claimed(full.get()));
        }
        if (!answers.isEmpty()) {
            return new Request.AnsweredInPart(ask, ids, due);
        }
        return delivered
                .<Request>map(at -> new Request.Delivered(ask, at, due))
                .orElseGet(() -> new Request.Sent(ask));
    }

    private static boolean isFull(Picture.Line line) {
        return messageOf(line).orElse(null) instanceof Message.InformationAnswer answer
                && answer.full();
    }

    private static Instant claimed(Picture.Line line) {
        return line.sight() instanceof Sight.Read(Content content)
                ? content.claimedAt()
                : Instant.EPOCH;
    }
}
