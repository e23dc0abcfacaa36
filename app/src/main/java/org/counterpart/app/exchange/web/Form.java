package org.counterpart.app.exchange.web;

import org.counterpart.app.access.Action;
import org.counterpart.app.access.NotDone;
import org.counterpart.app.access.Officer;
import org.counterpart.app.access.Part;
import org.counterpart.app.access.Refusal;
import org.counterpart.app.exchange.Manner;
import org.counterpart.app.exchange.SendingGround;
import org.counterpart.app.exchange.Subject;
import org.counterpart.app.exchange.SubjectKind;
import org.counterpart.app.exchange.Words;
import org.counterpart.dossier.CanonicalJson;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Fields;
import org.counterpart.dossier.Grading;
import org.counterpart.dossier.InformationEvaluation;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.SourceEvaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What was handed in, read once and strictly: an unknown name is refused, because it may carry a condition.
final class Form {
    private static final List<String> INFORMATION =
            Arrays.stream(InformationEvaluation.values())
                    .map(value -> Integer.toString(value.code()))
                    .toList();

    private final Parts parts;
    private final Names names;
    private final Naming naming;

    private Form(Fields fields, Names names, Naming naming) {
        this.parts = new Parts(fields, "");
        this.names = names;
        this.naming = naming;
    }

    /// Reads JSON in any layout.
    static Form read(Officer.OfDesk officer, byte[] body, Names names) {
        return new Form(Fields.of(CanonicalJson.readLoosely(body)), names, names.by(officer));
    }

    /// The members that need no names of this node.
    Parts parts() {
        return parts;
    }

    boolean has(String name) {
        return parts.has(name);
    }

    /// A desk by its handle, such as `vn/customs-intelligence`, or by its id.
    DeskId desk(String name) {
        return names.desk(parts.code(name));
    }

    List<DeskId> desks(String name, int most) {
        return parts.texts(name, most, names::desk);
    }

    /// An entry by its id or the first digits of it, with what is wanted with it.
    EntryId entry(String name, Naming.OnEntry wanted) {
        return parts.code(name, text -> naming.entry(text, wanted));
    }

    /// A dossier by its id, or by the first digits of an entry in it.
    DossierId dossier(String name, Naming.InDossier wanted) {
        return parts.code(name, text -> naming.dossier(text, wanted));
    }

    Set<EntryId> entries(String name, int most, Naming.OnEntry wanted) {
        return new TreeSet<>(parts.texts(name, most, text -> naming.entry(text, wanted)));
    }

    Words words(String name) {
        var words = new Parts(new Fields(parts.members(name)), name + ".");
        var read = new Words(words.code("language"), words.text("text", Words.MAX_LENGTH));
        words.end();
        return read;
    }

    List<Subject> subjects() {
        return has("subjects") ? parts.list("subjects", 50, Form::subject) : List.of();
    }

    private static Subject subject(Json json) {
        var fields = new Parts(Fields.of(json), "subjects.");
        var subject =
                new Subject(
                        kind(fields.code("kind")),
                        fields.text("value", Subject.MAX_LENGTH),
                        fields.has("constructed") && fields.flag("constructed"));
        fields.end();
        return subject;
    }

    private static String kind(String code) {
        if (!SubjectKind.codes().contains(code)) {
            var part = new Part("subjects.kind", SubjectKind.codes());
            throw new NotDone(Refusal.pointing(SendingGround.SUBJECT_KIND_UNKNOWN, part));
        }
        return code;
    }

    Manner manner() {
        var handling = new HandlingForm(parts.members("handling"), names::desk).read();
        Grading grading =
                has("source")
                        ? new Grading.Graded(
                                parts.choice("source", SourceEvaluation.class),
                                InformationEvaluation.of(parts.whole("information", INFORMATION)))
                        : new Grading.NothingAsserted();
        List<EntryId> sources =
                has("sources")
                        ? parts.texts("sources", 50, text -> naming.entry(text, Action.Read::new))
                        : List.of();
        return new Manner(handling, grading, sources);
    }

    String textOr(String name, String otherwise) {
        return has(name) ? parts.text(name, Words.MAX_LENGTH) : otherwise;
    }

    /// Nothing else was handed in.
    void end() {
        parts.end();
    }

    static NotDone refused(List<Refusal> refusals) {
        return new NotDone(refusals.getFirst());
    }
}
