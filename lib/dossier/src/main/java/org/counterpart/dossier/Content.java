package org.counterpart.dossier;

import java.time.Instant;
import java.util.List;

/// What was said: the part of an entry that only its audience can open.
///
/// @param type a word of the protocol, such as `information-request`
/// @param claimedAt the author's own clock; it never decides a deadline
/// @param payload what the type prescribes
/// @param sources the entries that this one quotes or was derived from
public record Content(
        String type,
        Writer writer,
        Instant claimedAt,
        Audience audience,
        Handling handling,
        Grading grading,
        Json.Members payload,
        List<Attachment> attachments,
        List<Citation> sources) {
    /// Entries that one may rest on.
    public static final int MAX_SOURCES = 256;

    public Content {
        if (!type.matches("[a-z][a-z-]{1,63}")) {
            throw new Malformed("a type is lower-case words joined by hyphens, not '" + type + "'");
        }
        claimedAt = Fields.asSent(claimedAt);
        attachments = List.copyOf(attachments);
        sources = List.copyOf(sources);
    }

    /// Says nothing of what it holds: it may stand in a log.
    @Override
    public String toString() {
        return "content of type " + type;
    }

    public Content withAudience(Audience other) {
        return new Content(
                type, writer, claimedAt, other, handling, grading, payload, attachments, sources);
    }

    public Json.Members json() {
        Json.Members json =
                Json.object()
                        .with("type", type)
                        .with("at", claimedAt.toEpochMilli())
                        .with("audience", audience.json())
                        .with("handling", handling.json())
                        .with("payload", payload);
        if (writer instanceof Writer.Desk(var desk, String role)) {
            json = json.with("desk", desk.text()).with("role", role);
        }
        if (grading instanceof Grading.Graded(var source, var information)) {
            json = json.with("source", source.name()).with("information", information.code());
        }
        if (!attachments.isEmpty()) {
            json =
                    json.with(
                            "attachments",
                            Json.items(attachments.stream().map(Attachment::json).toList()));
        }
        if (!sources.isEmpty()) {
            json = json.with("sources", Json.items(sources.stream().map(Citation::json).toList()));
        }
        return json;
    }

    /// Reads what [#json()] wrote, and no other spelling of it: no repeated code, no desks out of order.
    ///
    /// @throws Malformed when the members are not those of a sealed part
    public static Content read(Json json) {
        Fields fields = Fields.of(json);
        var content =
                new Content(
                        fields.code("type"),
                        fields.has("desk")
                                ? new Writer.Desk(
                                        fields.code("desk", DeskId::new), fields.code("role"))
                                : new Writer.Node(),
                        fields.instant("at"),
                        Audience.read(fields.members("audience")),
                        Handling.read(fields.object("handling")),
                        grading(fields),
                        fields.members("payload"),
                        fields.has("attachments")
                                ? fields.list("attachments", Attachment.MOST, Attachment::read)
                                : List.of(),
                        fields.has("sources")
                                ? fields.list("sources", MAX_SOURCES, Citation::read)
                                : List.of());
        fields.end();
        if (!content.json().equals(json)) {
            throw new Malformed("the content says in another way what has one way to be said");
        }
        return content;
    }

    private static Grading grading(Fields fields) {
        return fields.has("source")
                ? new Grading.Graded(
                        fields.code("source", code -> Codes.of(SourceEvaluation.class, code)),
                        InformationEvaluation.of(fields.whole("information")))
                : new Grading.NothingAsserted();
    }
}
