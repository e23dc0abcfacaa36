package org.counterpart.app.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.counterpart.app.access.NotDone;
import org.counterpart.app.access.Refusal;
import org.counterpart.app.exchange.SendingGround;
import org.counterpart.dossier.CanonicalJson;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.Handling;
import org.counterpart.dossier.HandlingCode;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.Recipients;
import org.counterpart.dossier.Tlp;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Set;

class HandlingFormTest {
    private static final DeskId DESK = new DeskId("a".repeat(26));

    @Test
    void readsWhatAnOfficerChose() {
        Handling handling =
                read(
                        """
                        "codes":["H2","H3"],"use":["INVESTIGATION"],"tlp":"TLP:RED",
                        "restrictions":"Not before May","noArrestOnThisAlone":true,
                        "contactBeforeAction":false,"recipients":["vn/customs"],"expires":1796083200000
                        """);

        assertThat(handling.codes()).containsExactly(HandlingCode.H2, HandlingCode.H3);
        assertThat(handling.tlp()).isEqualTo(Tlp.RED);
        assertThat(handling.noArrestOnThisAlone()).isTrue();
        assertThat(handling.recipients()).isEqualTo(new Recipients.Only(Set.of(DESK)));
    }

    @Test
    void tellsWhichRuleIsBroken() {
        refused(SendingGround.HANDLING_MISSING, codes(""));
        refused(SendingGround.H0_NOT_ALONE, codes("\"H0\",\"H1\""));
        refused(SendingGround.RESTRICTION_MISSING, codes("\"H3\""));
        refused(SendingGround.RESTRICTION_MISSING, codes("\"H3\"") + ",\"restrictions\":\" \"");
        refused(
                SendingGround.RESTRICTION_MISSING,
                codes("\"H3\"") + ",\"noArrestOnThisAlone\":true");
        refused(SendingGround.CONDITION_WITHOUT_H3, codes("\"H1\"") + ",\"restrictions\":\"No\"");
        refused(
                SendingGround.CONDITION_WITHOUT_H3,
                codes("\"H1\"") + ",\"contactBeforeAction\":true");
        refused(
                SendingGround.CONDITION_WITHOUT_H3,
                codes("\"H1\"") + ",\"recipients\":[\"vn/customs\"]");
        refused(SendingGround.TLP_TOO_WIDE, codes("\"H2\"") + ",\"tlp\":\"TLP:GREEN\"");
    }

    @Test
    void namesWhatCannotBeReadAndWhatIsAllowedThere() {
        unreadable("handling.codes = H0 | H1 | H2 | H3", codes("\"H9\""));
        unreadable(
                "handling.tlp = TLP:RED | TLP:AMBER+STRICT | TLP:AMBER | TLP:GREEN | TLP:CLEAR",
                codes("\"H1\"") + ",\"tlp\":\"TLP:PINK\"");
        unreadable(
                "handling.use = PREVENTION | INVESTIGATION | PROSECUTION | ASSET_RECOVERY |"
                        + " ADMINISTRATIVE_CONTROL",
                "\"codes\":[\"H1\"],\"use\":[\"EVERYTHING\"]");
        unreadable("handling", codes("\"H1\"") + ",\"unheardOf\":1");
    }

    private static String codes(String codes) {
        return "\"use\":[\"INVESTIGATION\"],\"codes\":[" + codes + "]";
    }

    private static Handling read(String members) {
        byte[] json = ("{" + members + "}").getBytes(StandardCharsets.UTF_8);
        return CanonicalJson.readLoosely(json) instanceof Json.Members said
                ? new HandlingForm(said, _ -> DESK).read()
                : Handling.of(Set.of(), Set.of());
    }

    private static void refused(SendingGround ground, String members) {
        assertThatThrownBy(() -> read(members))
                .isInstanceOfSatisfying(
                        NotDone.class, no -> assertThat(no.refusal()).isEqualTo(ground));
    }

    private static void unreadable(String words, String members) {
        assertThatThrownBy(() -> read(members))
                .isInstanceOfSatisfying(
                        NotDone.class,
                        no ->
                                assertThat(no.refusal())
                                        .isInstanceOfSatisfying(
                                                Refusal.Unreadable.class,
                                                refusal ->
                                                        assertThat(refusal.part().words())
                                                                .isEqualTo(words)));
    }
}
