package org.counterpart.dossier;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// The word of an act on the wire, and how its payload is written and read.
record ActForm(
        String type,
        Class<? extends Act> act,
        Function<Act, Json.Members> writer,
        Function<Fields, Act> reader) {
    private static final List<ActForm> ALL =
            List.of(
                    form(
                            "recall",
                            Act.Recall.class,
                            act ->
                                    Json.object()
                                            .with("entry", act.entry().hex())
                                            .with("ground", act.ground()),
                            fields ->
                                    new Act.Recall(entry(fields, "entry"), fields.code("ground"))),
                    form(
                            "recall-answer",
                            Act.RecallAnswer.class,
                            act ->
                                    holding(act.holding())
                                            .with("recall", act.recall().hex())
                                            .with("entry", act.entry().hex()),
                            fields ->
                                    new Act.RecallAnswer(
                                            entry(fields, "recall"),
                                            entry(fields, "entry"),
                                            holding(fields))),
                    form(
                            "recall-carried",
                            Act.RecallCarried.class,
                            act ->
                                    Json.object()
                                            .with("derived", act.derived().hex())
                                            .with("source", act.source().json()),
                            fields ->
                                    new Act.RecallCarried(
                                            entry(fields, "derived"),
                                            Citation.read(fields.members("source")))),
                    form(
                            "correction",
                            Act.Correction.class,
                            act ->
                                    Json.object()
                                            .with("entry", act.entry().hex())
                                            .with("text", act.text()),
                            fields ->
                                    new Act.Correction(
                                            entry(fields, "entry"),
                                            fields.text("text", Act.MOST_WORDS))),
                    form(
                            "forward",
                            Act.Forward.class,
                            act ->
                                    Json.object()
                                            .with("entries", entries(act.entries()))
                                            .with("recipients", act.recipients().json()),
                            fields ->
                                    new Act.Forward(
                                            entries(fields),
                                            Audience.read(fields.members("recipients")))),
                    form(
                            "permission-request",
                            Act.PermissionRequest.class,
                            act ->
                                    Json.object()
                                            .with("entries", entries(act.entries()))
                                            .with("recipients", act.recipients().json())
                                            .with("use", act.use().name())
                                            .with("reason", act.reason()),
                            fields ->
                                    new Act.PermissionRequest(
                                            entries(fields),
                                            Audience.read(fields.members("recipients")),
                                            use(fields),
                                            fields.text("reason", Act.MOST_WORDS))),
                    form(
                            "release",
                            Act.Release.class,
                            act ->
                                    Json.object()
                                            .with("request", act.request().hex())
                                            .with("entries", entries(act.entries()))
                                            .with("recipients", act.recipients().json())
                                            .with("use", act.use().name())
                                            .with("expires", act.expires().toEpochMilli()),
                            fields ->
                                    new Act.Release(
                                            entry(fields, "request"),
                                            entries(fields),
                                            Audience.read(fields.members("recipients")),
                                            use(fields),
                                            fields.instant("expires"))),
                    form(
                            "release-refused",
                            Act.ReleaseRefused.class,
                            act ->
                                    Json.object()
                                            .with("request", act.request().hex())
                                            .with("ground", act.ground()),
                            fields ->
                                    new Act.ReleaseRefused(
                                            entry(fields, "request"), fields.code("ground"))),
                    form(
                            "consent",
                            Act.Consent.class,
                            act -> Json.object().with("to", act.to().hex()),
                            fields -> new Act.Consent(entry(fields, "to"))),
                    form(
                            "consent-withdrawn",
                            Act.ConsentWithdrawn.class,
                            act -> Json.object().with("to", act.to().hex()),
                            fields -> new Act.ConsentWithdrawn(entry(fields, "to"))),
                    form(
                            "time-disputed",
                            Act.TimeDisputed.class,
                            act ->
                                    Json.object()
                                            .with("entry", act.entry().hex())
                                            .with("receiver", act.receiver().hex())
                                            .with("stated", act.stated().toEpochMilli())
                                            .with("seen", act.seen().toEpochMilli()),
                            fields ->
                                    new Act.TimeDisputed(
                                            entry(fields, "entry"),
                                            fields.code("receiver", NodeId::new),
                                            fields.instant("stated"),
                                            fields.instant("seen"))),
                    form(
                            "found-void",
                            Act.FoundVoid.class,
                            act ->
                                    Json.object()
                                            .with("entry", act.entry().hex())
                                            .with("reason", act.reason().name()),
                            fields ->
                                    new Act.FoundVoid(
                                            entry(fields, "entry"),
                                            fields.code(
                                                    "reason",
                                                    code -> Codes.of(VoidReason.class, code)))));

    private static <A extends Act> ActForm form(
            String type,
            Class<A> act,
            Function<A, Json.Members> writer,
            Function<Fields, A> reader) {
        return new ActForm(type, act, value -> writer.apply(act.cast(value)), reader::apply);
    }

    static Optional<ActForm> of(String type) {
        return ALL.stream().filter(form -> form.type.equals(type)).findFirst();
    }

    static ActForm of(Act act) {
        return ALL.stream()
                .filter(form -> form.act.isInstance(act))
                .findFirst()
                .orElseThrow(() -> new Malformed("what an area adds has its own type"));
    }

    Act read(Json.Members payload) {
        Fields fields = new Fields(payload);
        Act read = reader.apply(fields);
        fields.end();
        if (!write(read).equals(payload)) {
            throw new Malformed("the act says in another way what has one way to be said");
        }
        return read;
    }

    Json.Members write(Act value) {
        return writer.apply(value);
    }

    private static EntryId entry(Fields fields, String name) {
        return fields.code(name, EntryId::new);
    }

    private static Json.Items entries(Set<EntryId> entries) {
        return Json.texts(new TreeSet<>(entries).stream().map(EntryId::hex).toList());
    }

    private static Set<EntryId> entries(Fields fields) {
        List<EntryId> entries = fields.texts("entries", Act.MOST, EntryId::new);
        if (entries.isEmpty()) {
            throw new Malformed("entries is empty");
        }
        return new TreeSet<>(entries);
    }

    private static Use use(Fields fields) {
        return fields.code("use", code -> Codes.of(Use.class, code));
    }

    private static Json.Members holding(Act.Holding holding) {
        return switch (holding) {
            case Act.Holding.Erased() -> Json.object().with("holding", "erased");
            case Act.Holding.KeptUnderLaw(String ground, String court, var review) ->
                    Json.object()
                            .with("holding", "kept-under-law")
                            .with("ground", ground)
                            .with("court", court)
                            .with("review", review.toEpochMilli());
        };
    }

    private static Act.Holding holding(Fields fields) {
        return switch (fields.code("holding")) {
            case "erased" -> new Act.Holding.Erased();
            case "kept-under-law" ->
                    new Act.Holding.KeptUnderLaw(
                            fields.code("ground"), fields.code("court"), fields.instant("review"));
            case String other ->
                    throw new Malformed("holding is erased or kept-under-law, not " + other);
        };
    }
}
