package org.counterpart.app.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.counterpart.app.dossiers.Chronicle;
import org.counterpart.app.dossiers.OwnKeys;
import org.counterpart.app.dossiers.SoundKeys;
import org.counterpart.app.federation.AnotherNode.Answer;
import org.counterpart.dossier.Act;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.Parcel;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Writer;
import org.counterpart.replication.Batch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// A member of a dossier that was never given an entry of it, and names to whom it is to be open.
///
/// Nigeria wrote it for Viet Nam, which gives it to Singapore's customs. Malaysia holds the bare envelope and has a friend at
/// Singapore's police. Nigeria and Malaysia run here as keys only; Viet Nam brings what they say.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileGiftTest {
    private static final String WORDS = "The tusks are in the third container.";

    private final Random random = new Random(20_261_130);
    private final NodeKeys ng = SoundKeys.of("NG", random);
    private final NodeKeys my = SoundKeys.of("MY", random);
    private AState sg;
    private AState vn;

    HostileGiftTest() {}

    @BeforeAll
    void peers(@TempDir Path data) {
        sg = AState.started(data, "sg", "Asia/Singapore");
        vn = AState.started(data, "vn", "Asia/Ho_Chi_Minh");
        sg.desk("police");
        sg.officer("constable", "duty-officer", "sg/police");
        sg.peersWith(vn);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                sg.as("duty")
                                        .get("/desks")
                                        .body()
                                        .toString()
                                        .contains("\"vn/customs\""));
    }

    @AfterAll
    void end() {
        sg.close();
        vn.close();
    }

    private static NodeKeys keys(AState state) {
        return state.node().bean(OwnKeys.class).now();
    }

    private DeskId desk(String handle) {
        for (JsonNode desk : sg.as("duty").get("/desks").body().path("desks")) {
            if (desk.path("handle").stringValue("").equals(handle)) {
                return new DeskId(desk.path("id").stringValue(""));
            }
        }
        throw new AssertionError(handle);
    }

    private Placed forwards(
            Chronicle chronicle, NodeKeys by, Placed entry, DeskId to, Placed seen) {
        Audience recipients = Audience.ofNodes(List.of()).with(keys(sg).node(), to);
        Audience told = Chronicle.audience(ng, by, keys(sg)).with(keys(sg).node(), to);
        var forward = new Act.Forward(Set.of(entry.id()), recipients);
        return chronicle.says(by, Chronicle.act(forward, told), seen);
    }

    private void brings(List<Placed> entries, List<Parcel> parcels) {
        var batch =
                new Batch(
                        keys(vn).node(),
                        keys(sg).node(),
                        List.of(),
                        List.of(),
                        entries.stream().map(Placed::signed).toList(),
                        parcels,
                        List.of(),
                        List.of(),
                        List.of());
        Answer answer = new AnotherNode(keys(vn), sg, random).says(BatchDoor.PATH, batch.bytes());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private String shown(String officer, Chronicle chronicle) {
        return sg.as(officer)
                .get("/exchange/dossiers/" + chronicle.dossier().text())
                .body()
                .toString();
    }

    @Test
    void aThirdOpensNothingToAnotherDeskOfOurs() {
        var chronicle = Chronicle.opened(random, List.of(ng, keys(sg), keys(vn), my));
        Placed entry =
                chronicle.says(
                        ng,
                        Chronicle.content(
                                "note",
                                new Writer.Node(),
                                Chronicle.audience(ng, keys(vn)),
                                Json.object().with("text", WORDS)),
                        chronicle.opening());
        Placed gift = forwards(chronicle, keys(vn), entry, desk("sg/customs"), entry);
        brings(
                List.of(chronicle.opening(), entry, gift),
                List.of(
                        chronicle.parcel(gift, keys(sg)),
                        chronicle.wrapped(entry, keys(vn), keys(sg), gift)));
        assertThat(shown("duty", chronicle)).contains("forward", WORDS);

        Placed attack = forwards(chronicle, my, entry, desk("sg/police"), gift);
        brings(List.of(attack), List.of(chronicle.parcel(attack, keys(sg))));

        assertThat(shown("constable", chronicle)).contains("forward").doesNotContain(WORDS);
        assertThat(shown("duty", chronicle)).contains(WORDS);

        Placed further = forwards(chronicle, keys(vn), entry, desk("sg/police"), attack);
        brings(List.of(further), List.of(chronicle.parcel(further, keys(sg))));

        assertThat(shown("constable", chronicle)).contains(WORDS);
    }
}
