package org.counterpart.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.access.Role;
import org.counterpart.app.federation.ProtocolPage;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Grading;
import org.counterpart.dossier.Handling;
import org.counterpart.dossier.HandlingCode;
import org.counterpart.dossier.InformationEvaluation;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Purpose;
import org.counterpart.dossier.SourceEvaluation;
import org.counterpart.dossier.Tlp;
import org.counterpart.dossier.Use;
import org.counterpart.dossier.VoidReason;
import org.counterpart.dossier.Writer;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The page that a stranger reads to know what desks say to each other is written from the code.
class MessagePagesTest {
    private static final NodeId NODE = new NodeId("00".repeat(16));
    private static final DeskId DESK = new DeskId("a".repeat(26));
    private static final EntryId REQUEST = new EntryId("ab".repeat(32));
    private static final Words WORDS = new Words("en", "Who is the consignee? (constructed)");
    private static final List<Subject> SUBJECTS =
            List.of(new Subject("container", "CPTU1904035", true));

    private static final List<Message> MESSAGES =
            List.of(
                    new Message.InformationRequest(
                            DESK,
                            WORDS,
                            "An investigation.",
                            SUBJECTS,
                            Urgency.EIGHT_HOURS,
                            "It sails."),
                    new Message.InformationAnswer(REQUEST, WORDS, SUBJECTS, false),
                    new Message.RequestRefused(REQUEST, RefusalGround.NOTHING_HELD, WORDS),
                    new Message.SpontaneousInformation(
                            List.of(DESK), WORDS, SUBJECTS, "https://source.example/report"));

    @Test
    void everyMessageAndEveryWordStandsOnItsPage() throws IOException {
        var page =
                new StringBuilder(
                        """
                        # What desks say to each other

                        Written by `MessagePagesTest` from the code. Every example is constructed.

                        ## Payloads

                        The payload of each type has these members and no others; a list may be empty, a text where nothing is to be said too.
                        `to` is a desk, `request` the id of the question; `question`, `answer`, `alternative` and `information` are
                        `{language, text}` with a tag of BCP 47, at most 20,000 characters; `subjects` at most 50, each
                        `{kind, value, constructed}`. An answer and a refusal are the requested desk's, to a question that its node has seen.

                        """);
        for (Message message : MESSAGES) {
            page.append("`%s`%n%n```json%n%s%n```%n%n".formatted(message.type(), text(message)));
        }
        page.append(
                """
                Beside them stand `member-added` and `member-removed`, in the entry that changes the members, with `{reason}`, and
                `card-renewed` with `{}`, written by the node itself. A type that a reader does not know is shown as it stands and
                counts for nothing.

                ## Code words

                | where | words |
                |---|---|
                """);
        words().forEach(page::append);
        assertThat(ProtocolPage.isAsCommitted("messages.md", page.toString())).isTrue();
    }

    private static List<String> words() {
        return List.of(
                row("`handling.codes`", HandlingCode.values(), HandlingCode::name),
                row("`handling.use`", Purpose.values(), Purpose::name),
                row("`handling.tlp`; left out where there is none", labels(), Function.identity()),
                row("`source`", SourceEvaluation.values(), SourceEvaluation::name),
                row(
                        "`information`, a number",
                        InformationEvaluation.values(),
                        value -> "" + value.code()),
                row("`role`", Role.values(), Role::code),
                row("`use` of a permission-request and of a release", Use.values(), Use::name),
                row("`clock` of a question", Urgency.values(), Urgency::code),
                row("`ground` of `request-refused`", RefusalGround.values(), RefusalGround::name),
                row("`ground` of `recall`", RecallGround.values(), RecallGround::code),
                row(
                        "`ground` of `recall-answer`, kept under law",
                        KeepingGround.values(),
                        KeepingGround::code),
                row(
                        "`ground` of `release-refused`",
                        PermissionGround.values(),
                        PermissionGround::code),
                row("`reason` of `found-void`", VoidReason.values(), VoidReason::name));
    }

    private static String[] labels() {
        return Arrays.stream(Tlp.values())
                .filter(tlp -> tlp != Tlp.NOT_MARKED)
                .map(Tlp::label)
                .toArray(String[]::new);
    }

    private static <T> String row(String where, T[] words, Function<T, String> word) {
        return "| %s | %s |%n"
                .formatted(
                        where,
                        Arrays.stream(words)
                                .map(word)
                                .map("`%s`"::formatted)
                                .collect(Collectors.joining(", ")));
    }

    private static String text(Message message) {
        return new String(message.payload().bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void whatStandsThereIsRead() {
        for (Message message : MESSAGES) {
            var content =
                    new Content(
                            message.type(),
                            new Writer.Desk(DESK, Role.DUTY_OFFICER.code()),
                            Instant.EPOCH,
                            Audience.ofNodes(List.of(NODE)),
                            Handling.of(Set.of(HandlingCode.H0), Set.of(Purpose.INVESTIGATION)),
                            new Grading.NothingAsserted(),
                            message.payload(),
                            List.of(),
                            List.of());
            assertThat(Message.of(Content.read(content.json()))).contains(message);
        }
        assertThat(MESSAGES)
                .extracting(Object::getClass)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.asList(Message.class.getPermittedSubclasses()));
    }
}
