package org.counterpart.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpart.app.exchange.TwoStates.say;

import org.counterpart.app.directory.Desk;
import org.counterpart.app.directory.Desks;
import org.counterpart.app.dossiers.Draft;
import org.counterpart.app.dossiers.Vault;
import org.counterpart.app.exchange.TwoStates.Sent;
import org.counterpart.app.federation.AState;
import org.counterpart.app.federation.AState.Answer;
import org.counterpart.dossier.Act;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Use;
import org.counterpart.dossier.Writer;
import org.counterpart.replication.Appended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

class UnphonedReleaseTest extends BetweenTwoStates {
    @TempDir private Path data;

    UnphonedReleaseTest(TwoStates both) {
        super(both);
    }

    /// Kenya is a peer of Singapore alone, which brings it in; Viet Nam never compared its fingerprint.
    @Test
    void releasesNothingUnderACodeToANodeWhoseFingerprintWasNotCompared() {
        try (AState ke = AState.started(data, "ke", "Africa/Nairobi")) {
            ke.peersWith(sg);
            both.until(() -> sg.knows("ke/customs"));
            Sent question = both.asked();
            Sent answer = both.answered(question);
            Sent.of(say(sg, "lead", "members/add", TwoStates.addition(question, "ke/customs")));
            both.until(() -> TwoStates.line(ke.as("duty"), question).has("content"));
            both.until(() -> TwoStates.states(vn, question).contains("KE"));
            String request = askedByHand(ke, question, answer);
            both.until(() -> TwoStates.standing(vn, request).equals("ASKED"));

            ObjectNode grant =
                    TwoStates.with("request", request)
                            .put("expires", Instant.parse("2099-01-01T00:00:00Z").toEpochMilli());
            Answer granted = say(vn, "lead", "permission/grant", grant);

            assertThat(granted.code()).as(granted.toString()).isEqualTo("VAULT_NODE_NOT_PHONED");
            assertThat(TwoStates.standing(vn, request)).isEqualTo("ASKED");
        }
    }

    /// Its own node knows no desk of Viet Nam's to ask.
    private String askedByHand(AState ke, Sent question, Sent answer) {
        Desk kenya = ke.node().bean(Desks.class).named("ke/customs").orElseThrow();
        Desk vietnam = vn.node().bean(Desks.class).named("vn/customs").orElseThrow();
        Audience own = Audience.ofNodes(List.of()).with(kenya.node(), kenya.id());
        var act =
                new Act.PermissionRequest(
                        Set.of(new EntryId(answer.entry())), own, Use.READ, "Please");
        Appended asked =
                ke.node()
                        .bean(Vault.class)
                        .append(
                                new DossierId(question.dossier()),
                                Draft.of(
                                        act,
                                        new Writer.Desk(kenya.id(), "duty-officer"),
                                        own.with(vietnam.node(), vietnam.id()),
                                        Pen.PLAIN));
        return ((Appended.Done) asked).placed().id().hex();
    }
}
