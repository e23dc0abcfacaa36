package org.counterpart.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpart.app.exchange.TwoStates.NOWHERE;
import static org.counterpart.app.exchange.TwoStates.about;
import static org.counterpart.app.exchange.TwoStates.addition;
import static org.counterpart.app.exchange.TwoStates.denied;
import static org.counterpart.app.exchange.TwoStates.made;
import static org.counterpart.app.exchange.TwoStates.node;
import static org.counterpart.app.exchange.TwoStates.refused;
import static org.counterpart.app.exchange.TwoStates.removal;
import static org.counterpart.app.exchange.TwoStates.say;
import static org.counterpart.app.exchange.TwoStates.states;

import org.counterpart.app.access.AccessGround;
import org.counterpart.app.exchange.TwoStates.Sent;
import org.counterpart.app.federation.AState.Answer;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;

/// Who takes part in a dossier, who may know it, and who changes it.
class MembersDoorTest extends BetweenTwoStates {
    MembersDoorTest(TwoStates both) {
        super(both);
    }

    // Who takes part.

    @Test
    void nobodyIsBroughtInOrPutOutWithoutAReason() {
        both.ng();
        Sent asked = both.asked();

        for (String reason : List.of("", " ")) {
            refused(
                    say(
                            sg,
                            "lead",
                            "members/add",
                            addition(asked, "ng/customs").put("reason", reason)),
                    422,
                    SendingGround.REASON_MISSING);
            refused(
                    say(
                            sg,
                            "lead",
                            "members/remove",
                            removal(asked, node(vn)).put("reason", reason)),
                    422,
                    SendingGround.REASON_MISSING);
        }
    }

    @Test
    void saysWhoTakesPartWithWhichDesksAndWhoIsASteward() {
        Sent asked = both.asked();

        Answer seen = vn.as("reader").get("/exchange/members/" + asked.dossier());

        assertThat(seen.text("dossier")).isEqualTo(asked.dossier());
        assertThat(seen.body().path("members").valueStream().map(MembersDoorTest::words))
                .containsExactlyInAnyOrder(
                        "SG [\"sg/customs\"] steward", "VN [\"vn/customs\"] member");
        assertThat(about(vn, "read", asked)).isEmpty();
    }

    private static String words(JsonNode member) {
        return member.path("state").stringValue()
                + " "
                + member.path("desks")
                + (member.path("steward").booleanValue() ? " steward" : " member");
    }

    @Test
    void namesADossierByTheFirstDigitsOfAnEntry() {
        Sent asked = both.asked();

        Answer seen = sg.as("duty").get("/exchange/members/" + asked.entry().substring(0, 12));

        assertThat(seen.text("dossier")).isEqualTo(asked.dossier());
    }

    @Test
    void theNextDeskIsNotToldWhoTakesPart() {
        Sent asked = both.asked();

        for (String subject :
                List.of(asked.dossier(), asked.entry(), asked.entry().substring(0, 8))) {
            refused(
                    vn.as("inspector").get("/exchange/members/" + subject),
                    404,
                    SendingGround.DOSSIER_UNKNOWN);
        }

        assertThat(denied(vn, "inspector", "see-members", asked.dossier())).hasSize(3);
    }

    /// It still sees whom it was together with, and that it is out.
    @Test
    void whoWasPutOutSeesThatItIsOut() {
        Sent asked = both.asked();
        both.putOut(asked, vn, vn);

        Answer seen = vn.as("duty").get("/exchange/members/" + asked.dossier());

        assertThat(seen.body().path("members").valueStream().map(MembersDoorTest::words))
                .containsExactly("SG [\"sg/customs\"] steward");
    }

    // Who changes it.

    @Test
    void aNodeThatIsPutOutIsNoMember() {
        Sent asked = both.asked();
        ObjectNode removal = removal(asked, node(vn));

        Answer removed = say(sg, "lead", "members/remove", removal);

        assertThat(removed.status()).as(removed.toString()).isEqualTo(200);
        assertThat(made(sg, new Sent(asked.dossier(), removed.text("entry"))))
                .contains("\"type\":\"member-removed\"", "\"role\":\"supervisor\"");
        both.until(() -> !states(vn, asked).contains("VN"));
        for (String name : List.of(node(vn), node(vn).substring(0, 8), "VN")) {
            refused(
                    say(sg, "lead", "members/remove", removal(asked, name)),
                    409,
                    SendingGround.ALREADY_OUT);
        }
        refused(
                say(vn, "duty", "answer", TwoStates.answer(asked)),
                409,
                SendingGround.NO_LONGER_A_MEMBER);
    }

    @Test
    void whoWasPutOutChangesNobody() {
        Sent opened = both.askedBack();
        ObjectNode removal = removal(opened, node(sg));
        assertThat(say(vn, "lead", "members/remove", removal).status()).isEqualTo(200);
        both.until(() -> !states(sg, opened).contains("SG"));

        refused(
                say(sg, "lead", "members/remove", removal(opened, node(vn))),
                409,
                SendingGround.NO_LONGER_A_MEMBER);
    }

    @Test
    void whoeverWasPutOutIsBroughtInAgain() {
        Sent asked = both.asked();
        assertThat(say(sg, "lead", "members/remove", removal(asked, node(vn))).status())
                .isEqualTo(200);

        Answer added = say(sg, "lead", "members/add", addition(asked, "vn/customs"));

        assertThat(added.status()).as(added.toString()).isEqualTo(200);
        assertThat(added.body().path("given").toString()).contains(asked.entry());
        assertThat(about(sg, "given", asked)).hasSize(1);
        both.until(() -> states(vn, asked).contains("VN"));
    }

    @Test
    void onlyWhoAnswersForADeskThatTakesPartChangesMembers() {
        Sent asked = both.asked();
        ObjectNode addition = addition(asked, "vn/police");
        ObjectNode removal = removal(asked, node(vn));

        for (String officer : List.of("duty", "reader")) {
            refused(say(sg, officer, "members/add", addition), 403, AccessGround.NOT_THIS_ROLE);
            refused(say(sg, officer, "members/remove", removal), 403, AccessGround.NOT_THIS_ROLE);
        }
        for (String door : List.of("members/add", "members/remove")) {
            ObjectNode body = door.endsWith("add") ? addition : removal;
            refused(say(sg, "inspector", door, body), 404, SendingGround.DOSSIER_UNKNOWN);
        }
        for (String officer : List.of("duty", "reader", "inspector")) {
            assertThat(denied(sg, officer, "manage-members", asked.dossier())).hasSize(2);
        }
        assertThat(states(sg, asked)).contains("VN");
    }

    @Test
    void onlyAStewardChangesMembers() {
        Sent asked = both.asked();

        Answer removed = say(vn, "lead", "members/remove", removal(asked, node(sg)));

        assertThat(removed.code()).as(removed.toString()).isEqualTo("ENVELOPE_NOT_A_STEWARD");
        assertThat(removed.status()).isEqualTo(409);
        assertThat(states(vn, asked)).contains("SG");
    }

    @Test
    void aNewcomerIsOfANodeThatDoesNotTakePartYet() {
        Sent asked = both.asked();

        refused(
                say(sg, "lead", "members/add", addition(asked, "vn/police")),
                409,
                SendingGround.ALREADY_A_MEMBER);
        refused(
                say(sg, "lead", "members/add", addition(asked, "vn/nobody")),
                404,
                SendingGround.DESK_UNKNOWN);
        refused(
                say(sg, "lead", "members/add", addition(NOWHERE, "vn/police")),
                404,
                SendingGround.DOSSIER_UNKNOWN);
        refused(
                say(sg, "lead", "members/remove", removal(NOWHERE, node(vn))),
                404,
                SendingGround.DOSSIER_UNKNOWN);
        refused(
                say(sg, "lead", "members/remove", removal(asked, "0".repeat(32))),
                409,
                SendingGround.NOT_A_MEMBER);
    }

    @Test
    void aNodeIsNamedByItsFirstDigitsOrItsState() {
        Sent asked = both.asked();
        String id = node(vn);

        for (String name : List.of("the other one", id.substring(0, 7), "0".repeat(8), "NG", "")) {
            refused(
                    say(sg, "lead", "members/remove", removal(asked, name)),
                    404,
                    SendingGround.NODE_UNKNOWN);
        }
        for (String name : List.of("vn", id.substring(0, 8).toUpperCase(Locale.ROOT))) {
            Answer removed = say(sg, "lead", "members/remove", removal(both.asked(), name));
            assertThat(removed.status()).as(removed.toString()).isEqualTo(200);
        }
        refused(
                say(sg, "lead", "members/remove", removal(asked, "x".repeat(65))),
                422,
                SendingGround.TEXT_TOO_LONG);
    }

    @Test
    void theOnlyStewardStays() {
        Sent asked = both.asked();

        refused(
                say(sg, "lead", "members/remove", removal(asked, node(sg))),
                409,
                SendingGround.ONLY_STEWARD);

        assertThat(states(sg, asked)).contains("SG", "VN");
    }
}
