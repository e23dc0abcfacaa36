package org.counterpart.app.exchange;

import org.counterpart.dossier.Codes;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Fields;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.Malformed;

import java.util.List;
import java.util.Optional;

/// What desks say to each other, as it stands in the payload of an entry; the word on the wire is its [#type()].
public sealed interface Message {
    int MAX_SUBJECTS = 50;

    String type();

    Json.Members payload();

    /// A desk asks another one.
    ///
    /// @param purpose what the answer is wanted for, in words (UNTOC art. 18(15)(f))
    /// @param reason why it is urgent; empty for the ordinary clock
    record InformationRequest(
            DeskId to,
            Words question,
            String purpose,
            List<Subject> subjects,
            Urgency urgency,
            String reason)
            implements Message {
        static final String TYPE = "information-request";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Json.Members payload() {
            return Json.object()
                    .with("to", to.text())
                    .with("question", question.json())
                    .with("purpose", purpose)
                    .with("subjects", Json.items(subjects.stream().map(Subject::json).toList()))
                    .with("clock", urgency.code())
                    .with("reason", reason);
        }

        private static Message read(Fields fields) {
            return new InformationRequest(
                    fields.code("to", DeskId::new),
                    Words.read(fields.object("question")),
                    fields.text("purpose", Words.MAX_LENGTH),
                    fields.list("subjects", MAX_SUBJECTS, Subject::read),
                    fields.code("clock", Urgency::of),
                    fields.text("reason", Words.MAX_LENGTH));
        }
    }

    /// The requested desk answers, in full or in part.
    record InformationAnswer(EntryId request, Words answer, List<Subject> subjects, boolean full)
            implements Message {
        static final String TYPE = "information-answer";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Json.Members payload() {
            return Json.object()
                    .with("request", request.hex())
                    .with("answer", answer.json())
                    .with("subjects", Json.items(subjects.stream().map(Subject::json).toList()))
                    .with("full", full);
        }

        private static Message read(Fields fields) {
            return new InformationAnswer(
                    fields.code("request", EntryId::new),
                    Words.read(fields.object("answer")),
                    fields.list("subjects", MAX_SUBJECTS, Subject::read),
                    fields.flag("full"));
        }
    }

    /// The requested desk refuses, on a coded ground, and says what is open instead.
    record RequestRefused(EntryId request, RefusalGround ground, Words alternative)
            implements Message {
        static final String TYPE = "request-refused";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Json.Members payload() {
            return Json.object()
                    .with("request", request.hex())
                    .with("ground", ground.name())
                    .with("alternative", alternative.json());
        }

        private static Message read(Fields fields) {
            return new RequestRefused(
                    fields.code("request", EntryId::new),
                    fields.code("ground", code -> Codes.of(RefusalGround.class, code)),
                    Words.read(fields.object("alternative")));
        }
    }

    /// A desk tells others what they did not ask for (UNTOC art. 18(4)).
    ///
    /// @param published where the facts are public, a source that a reader can open; empty when they are not
    record SpontaneousInformation(
            List<DeskId> to, Words information, List<Subject> subjects, String published)
            implements Message {
        static final String TYPE = "spontaneous-information";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public Json.Members payload() {
            return Json.object()
                    .with("to", Json.texts(to.stream().map(DeskId::text).toList()))
                    .with("information", information.json())
                    .with("subjects", Json.items(subjects.stream().map(Subject::json).toList()))
                    .with("published", published);
        }

        private static Message read(Fields fields) {
            return new SpontaneousInformation(
                    fields.texts("to", MAX_SUBJECTS, DeskId::new),
                    Words.read(fields.object("information")),
                    fields.list("subjects", MAX_SUBJECTS, Subject::read),
                    fields.text("published", Words.MAX_LENGTH));
        }
    }

    /// The desks that a content is put to, as its payload names them; none when it is to nobody.
    static List<DeskId> addressees(Content content) {
        return of(content)
                .map(
                        message ->
                                switch (message) {
                                    case InformationRequest request -> List.of(request.to());
                                    case SpontaneousInformation told -> told.to();
                                    case InformationAnswer _, RequestRefused _ -> List.<DeskId>of();
                                })
                .orElse(List.of());
    }

    /// The message of a content; empty when its type is not one of these.
    ///
    /// @throws Malformed when the payload is not what the type prescribes
    static Optional<Message> of(Content content) {
        Fields fields = new Fields(content.payload());
        Optional<Message> message =
                switch (content.type()) {
                    case InformationRequest.TYPE -> Optional.of(InformationRequest.read(fields));
                    case InformationAnswer.TYPE -> Optional.of(InformationAnswer.read(fields));
                    case RequestRefused.TYPE -> Optional.of(RequestRefused.read(fields));
                    case SpontaneousInformation.TYPE ->
                            Optional.of(SpontaneousInformation.read(fields));
                    default -> Optional.empty();
                };
        if (message.isPresent()) {
            fields.end();
        }
        return message;
    }
}
