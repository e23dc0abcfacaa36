package org.counterpart.replication;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.dossier.Act;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.Placed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.Set;

/// What a node does not write, because its readers could not take it or would find it void.
class AppendingTest {
    private static final EntryId NOWHERE = new EntryId("f".repeat(64));

    private final ANode singapore = new ANode("SG");
    private final ANode vietNam = new ANode("VN");
    private final ANode nigeria = new ANode("NG");
    private final DossierId dossier = opened();
    private final Placed question = singapore.writes(dossier, vietNam);

    private DossierId opened() {
        singapore.peersWith(vietNam);
        return singapore.opens(vietNam, nigeria).dossier();
    }

    private void refuses(Content content, AppendRefusal refusal) {
        assertThat(singapore.tries(dossier, new Membership.Unchanged(), content))
                .isEqualTo(new Appended.Refused(refusal.code()));
    }

    @AfterEach
    void keepsNothingOfIt() {
        assertThat(singapore.store().envelopes().entries(dossier))
                .extracting(Placed::id)
                .hasSize(2)
                .contains(question.id());
    }

    private Act.Forward forward(EntryId entry) {
        return new Act.Forward(Set.of(entry), singapore.content("to", nigeria).audience());
    }

    @Test
    void givesOnNothingThatItDoesNotHold() {
        Act forward = forward(NOWHERE);

        refuses(
                singapore.content(forward.type(), forward.payload(), nigeria),
                AppendRefusal.ENTRY_NOT_HELD);
    }

    @Test
    void givesOnNothingThatItHasErased() {
        singapore.erases(question);
        Act forward = forward(question.id());

        refuses(
                singapore.content(forward.type(), forward.payload(), nigeria),
                AppendRefusal.ENTRY_NOT_HELD);
    }

    @Test
    void givesNothingToWhomItDoesNotTellSo() {
        Act forward = forward(question.id());

        refuses(
                singapore.content(forward.type(), forward.payload(), vietNam),
                AppendRefusal.RECIPIENT_NOT_TOLD);
    }

    @Test
    void writesNothingWhosePayloadIsNotThatOfItsType() {
        refuses(
                singapore.content(
                        forward(question.id()).type(), Json.object().with("text", "no forward")),
                AppendRefusal.CONTENT_BREAKS_ITS_TYPE);
    }

    @Test
    void writesNothingLargerThanAnEntryMayBe() {
        refuses(
                singapore.content(
                        "information", Json.object().with("text", "x".repeat(1 << 18)), vietNam),
                AppendRefusal.CONTENT_TOO_LARGE);
    }
}
