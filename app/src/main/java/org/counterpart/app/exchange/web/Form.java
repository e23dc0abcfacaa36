package org.counterpart.app.exchange.web;

import org.counterpart.app.access.NotDone;
import org.counterpart.app.access.Officer;
import org.counterpart.app.access.Refusal;
import org.counterpart.app.exchange.Manner;
import org.counterpart.app.exchange.Subject;
import org.counterpart.app.exchange.Words;
import org.counterpart.dossier.CanonicalJson;
import org.counterpart.dossier.Codes;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Fields;
import org.counterpart.dossier.Grading;
import org.counterpart.dossier.Handling;
import org.counterpart.dossier.InformationEvaluation;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.SourceEvaluation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What was handed in, read once and strictly: an unknown name is refused, because it may carry a condition.
final class Form {
    private static final int MOST_RECIPIENTS = 256;

    private final Fields fields;
    private final Names names;
    private final DeskId by;

    private Form(Fields fields, Names names, DeskId by) {
        this.fields = fields;
        this.names = names;
        this.by = by;
    }

    /// Reads JSON in any layout.
    static Form read(Officer.OfDesk officer, byte[] body, Names names) {
        return new Form(Fields.of(CanonicalJson.readLoosely(body)), names, officer.at());
    }

    Fields fields() {
        return fields;
    }

    boolean has(String name) {
        return fields.has(name);
    }

    /// A desk by its handle, such as `vn/customs-intelligence`, or by its id.
    DeskId desk(String name) {
        return names.desk(fields.code(name));
    }

    List<DeskId> desks(String name, int most) {
        return fields.texts(name, most, names::desk);
    }

    EntryId entry(String name) {
        return fields.code(name, this::entryNamed);
    }

    private EntryId entryNamed(String text) {
        return names.entry(by, text);
    }

    /// A dossier by its id, or by the first digits of an entry in it.
    DossierId dossier(String name) {
        return fields.code(name, text -> names.dossier(by, text));
    }

    Set<EntryId> entries(String name, int most) {
        return new TreeSet<>(fields.texts(name, most, this::entryNamed));
    }

    Words words(String name) {
        Fields words = fields.object(name);
        var read = new Words(words.code("language"), words.text("text", Words.MAX_LENGTH));
        words.end();
        return read;
    }

    List<Subject> subjects() {
        return has("subjects") ? fields.list("subjects", 50, Form::subject) : List.of();
    }

    private static Subject subject(Json json) {
        Fields fields = Fields.of(json);
        var subject =
                new Subject(
                        fields.code("kind"),
                        fields.text("value", Subject.MAX_LENGTH),
                        fields.has("constructed") && fields.flag("constructed"));
        fields.end();
        return subject;
    }

    Manner manner() {
        Handling handling = handling(fields.members("handling"));
        Grading grading =
                has("source")
                        ? new Grading.Graded(
                                fields.code(
                                        "source", code -> Codes.of(SourceEvaluation.class, code)),
                                InformationEvaluation.of(fields.whole("information")))
                        : new Grading.NothingAsserted();
        List<EntryId> sources =
                has("sources") ? fields.texts("sources", 50, this::entryNamed) : List.of();
        return new Manner(handling, grading, sources);
    }

    /// As it is sent, but for the recipients, whom people name by their handles.
    private Handling handling(Json.Members said) {
        Fields handling = new Fields(said);
        if (!handling.has("recipients")) {
            return Handling.read(handling);
        }
        List<DeskId> recipients = handling.texts("recipients", MOST_RECIPIENTS, names::desk);
        return Handling.read(
                new Fields(
                        said.with(
                                "recipients",
                                Json.texts(recipients.stream().map(DeskId::text).toList()))));
    }

    Instant instant(String name) {
        return fields.instant(name);
    }

    String textOr(String name, String otherwise) {
        return has(name) ? fields.text(name, Words.MAX_LENGTH) : otherwise;
    }

    /// Nothing else was handed in.
    void end() {
        fields.end();
    }

    static NotDone refused(List<Refusal> refusals) {
        return new NotDone(refusals.getFirst());
    }
}
