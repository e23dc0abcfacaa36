package org.counterpart.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.counterpart.dossier.TestNode.CRYPTOGRAPHY;
import static org.counterpart.dossier.TestNode.NOON;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;

class ContentTest {
    private final TestNode nigeria = TestNode.named("ngabuja");
    private final TestNode vietnam = TestNode.named("vnhanoi");

    @Test
    void isReadAsItWasWritten() {
        for (Content content : List.of(Contents.about("Words"), Contents.to(nigeria), full())) {
            assertThat(Content.read(CanonicalJson.read(content.json().bytes()))).isEqualTo(content);
        }
    }

    /// Source and information are two judgements without a default: to assert nothing is its own type.
    @ParameterizedTest
    @EnumSource
    void isGradedByTwoCodesOrByNone(SourceEvaluation source) {
        for (InformationEvaluation information : InformationEvaluation.values()) {
            Json.Members json =
                    full().json()
                            .with("source", source.name())
                            .with("information", information.code());
            assertThat(Content.read(json).grading())
                    .isEqualTo(new Grading.Graded(source, information));
        }
        assertMalformed(full().json().without("information"));
        assertMalformed(full().json().without("source"));
        assertMalformed(full().json().with("source", "D"));
        assertMalformed(full().json().with("information", 0));
        assertMalformed(full().json().with("information", 5));
        assertThat(Content.read(full().json().without("source").without("information")).grading())
                .isEqualTo(new Grading.NothingAsserted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "n", "Note", "note_1", "1note", "-note", "note\n", "no te"})
    void hasATypeOfLowerCaseWords(String type) {
        assertMalformed(full().json().with("type", type));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertMalformed(full().json().with("more", 1));
        assertMalformed(full().json().without("role"));
        assertMalformed(full().json().without("desk"));
        assertMalformed(full().json().without("handling"));
        assertMalformed(full().json().with("payload", Json.texts(List.of())));
    }

    /// Otherwise one meaning would have two commitments, and a reader that writes it again would find another.
    @Test
    void refusesASecondSpellingOfTheSame() {
        Json.Members json = full().json();
        Json.Members handling = full().handling().json();
        assertMalformed(json.with("sources", Json.texts(List.of())));
        assertMalformed(Contents.about("x").json().with("attachments", Json.texts(List.of())));
        assertMalformed(
                json.with("handling", handling.with("codes", Json.texts(List.of("H3", "H1")))));
        assertMalformed(
                json.with(
                        "handling", handling.with("codes", Json.texts(List.of("H1", "H1", "H3")))));
        assertMalformed(json.with("handling", handling.with("restrictions", "Ask first.\n")));
        assertMalformed(json.with("handling", handling.with("expires", Json.MAX_NUMBER)));
        List<String> desks =
                List.of(nigeria.desk().text(), vietnam.desk().text()).stream()
                        .sorted((a, b) -> b.compareTo(a))
                        .toList();
        assertMalformed(
                json.with("audience", Json.object().with(nigeria.id().hex(), Json.texts(desks))));
    }

    @Test
    void keepsAnAttachmentsSaltAndSizeWhole() {
        Json.Members attachment = full().attachments().getFirst().json();
        assertMalformed(attached(attachment.with("size", -1)));
        assertMalformed(attached(attachment.with("salt", Fields.encoded(new byte[31]))));
        assertMalformed(attached(attachment.with("hash", "00")));
        assertThat(Content.read(attached(attachment))).isEqualTo(full());
    }

    @Test
    void holdsItsTimeAsItIsSent() {
        Content fine =
                new Content(
                        "note",
                        new Writer.Node(),
                        Instant.parse("2026-11-02T12:00:00.123456789Z"),
                        Contents.audience(nigeria),
                        Contents.FREE,
                        new Grading.NothingAsserted(),
                        Json.object(),
                        List.of(),
                        List.of());
        assertThat(Content.read(fine.json())).isEqualTo(fine);
    }

    /// What no reader would read is found out at the author's desk, before it is signed.
    @Test
    void isReadBackBeforeItIsSigned() {
        var tooLong =
                new Handling(
                        Set.of(HandlingCode.H3),
                        "a".repeat(4_001),
                        new Recipients.WholeAudience(),
                        false,
                        false,
                        Tlp.NOT_MARKED,
                        Set.of(Purpose.PREVENTION),
                        Handling.NEVER);
        assertUnwritable(Contents.under(Contents.to(nigeria), tooLong));
        assertUnwritable(Contents.content("recall", Json.object(), Contents.audience(nigeria)));
        Json.Members deep = Json.object();
        for (int i = 0; i < CanonicalJson.MAX_DEPTH; i++) {
            deep = Json.object().with("in", deep);
        }
        assertUnwritable(Contents.content("note", deep, Contents.audience(nigeria)));
        assertUnwritable(
                Contents.content(
                        "note", Json.object().with("words", "\ud83d"), Contents.audience(nigeria)));
    }

    @Test
    void sendsItsAudienceNodeByNodeDeskByDesk() {
        Audience audience =
                Contents.audience(nigeria)
                        .with(vietnam.id(), vietnam.desk())
                        .with(vietnam.id(), nigeria.desk());
        assertThat(Audience.read(audience.json())).isEqualTo(audience);
        assertThat(audience.includes(vietnam.id())).isTrue();
        assertThat(audience.nodes()).containsExactlyInAnyOrder(nigeria.id(), vietnam.id());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> audience.nodes().clear());
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> Audience.read(Json.object().with("x", Json.texts(List.of()))));
    }

    private Content full() {
        var handling =
                new Handling(
                        Set.of(HandlingCode.H1, HandlingCode.H3),
                        "Ask first.",
                        new Recipients.Only(Set.of(vietnam.desk())),
                        true,
                        true,
                        Tlp.RED,
                        Set.of(Purpose.INVESTIGATION, Purpose.PROSECUTION),
                        NOON.plusSeconds(60));
        return new Content(
                "information-answer",
                new Writer.Desk(nigeria.desk(), "duty-officer"),
                NOON,
                Contents.audience(nigeria).with(vietnam.id(), vietnam.desk()),
                handling,
                new Grading.Graded(SourceEvaluation.B, InformationEvaluation.CORROBORATED),
                Json.object().with("words", "The consignment was seen."),
                List.of(
                        new Attachment(
                                "image/jpeg",
                                12,
                                Digest.of(new byte[12]),
                                Fields.encoded(new byte[32]))),
                List.of(
                        new Citation(
                                Village.of(nigeria).dossier(),
                                new EntryId("a".repeat(64)),
                                vietnam.id())));
    }

    private Json.Members attached(Json.Members attachment) {
        return full().json().with("attachments", Json.items(List.of(attachment)));
    }

    private void assertUnwritable(Content content) {
        var act = new Membership.Open(List.of(nigeria.card()), Set.of(), Set.of(Suite.CP1));
        var writing = new Writing(CRYPTOGRAPHY, new Random(1));
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> writing.open(nigeria.keys(), act, content));
    }

    private static void assertMalformed(Json.Members json) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Content.read(json));
    }
}
