package org.counterpart.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpart.dossier.TestNode.CRYPTOGRAPHY;
import static org.counterpart.dossier.TestNode.NOON;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/// Whatever a stranger sends, a reader says Malformed or understands it; and what it understands has one spelling.
class HostileBytesTest {
    private static final int ROUNDS = 8_000;

    private final TestNode nigeria = TestNode.named("ngabuja");
    private final TestNode vietnam = TestNode.named("vnhanoi");
    private final Village village = Village.of(nigeria, vietnam);

    @Test
    void breaksNoReaderOfJson() {
        var mutants = new Mutants(1);
        var documents = new Documents(2);
        int read = 0;
        for (int i = 0; i < 4 * ROUNDS; i++) {
            byte[] bytes = mutants.of(documents.object().bytes());
            try {
                assertThat(CanonicalJson.read(bytes).bytes()).isEqualTo(bytes);
                read++;
            } catch (Malformed e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
        assertThat(read).isPositive();
    }

    @Test
    void breaksNoReaderOfLooseJson() {
        var mutants = new Mutants(3);
        var documents = new Documents(4);
        for (int i = 0; i < ROUNDS; i++) {
            try {
                CanonicalJson.readLoosely(mutants.of(documents.object().bytes())).bytes();
            } catch (Malformed e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void breaksNoReaderOfCards() {
        assertHardy(
                List.of(nigeria.card().json()),
                json -> SignedCard.read(json).json(),
                json -> SignedCard.read(json).isGenuine(CRYPTOGRAPHY));
    }

    @Test
    void breaksNoReaderOfEnvelopesAndNoJudgeOfThem() {
        village.adds(nigeria, TestNode.named("thbangkok"));
        village.changes(vietnam, new Membership.Renew(vietnam.card(2)));
        village.removes(nigeria, vietnam);
        village.leaves(nigeria);
        List<Json> valid = new ArrayList<>();
        village.held.all().forEach(placed -> valid.add(placed.signed().json()));
        var placing = new Placing(village.held, CRYPTOGRAPHY);
        assertHardy(
                valid,
                json -> SignedEnvelope.read(json).json(),
                json -> placing.place(SignedEnvelope.read(json)));
    }

    @Test
    void breaksNoReaderOfParcelsAndNoOpener() {
        var writing = new Writing(CRYPTOGRAPHY, new Random(1));
        var act =
                new Membership.Open(
                        List.of(nigeria.card(), vietnam.card()), Set.of(), Set.of(Suite.CP1));
        Written written = writing.open(nigeria.keys(), act, Contents.to(nigeria, vietnam));
        var opener = new Opening.Opener(CRYPTOGRAPHY);
        assertHardy(
                List.of(written.parcels().getFirst().json()),
                json -> Parcel.read(json).json(),
                json -> {
                    Parcel parcel = Parcel.read(json);
                    opener.isGenuine(parcel, nigeria.card());
                    return opener.open(parcel, written.signed(), vietnam.keys());
                });
    }

    @Test
    void breaksNoReaderOfReceipts() {
        var owed =
                List.of(
                        new Receipting.Owed(village.opening.id(), NOON),
                        new Receipting.Owed(ActTest.ONE, NOON),
                        new Receipting.Owed(ActTest.TWO, NOON));
        byte[] key = vietnam.card().card().signingKeyBytes();
        List<Json> valid = new ArrayList<>();
        new Receipting(CRYPTOGRAPHY)
                .sign(owed, vietnam.keys())
                .forEach(receipt -> valid.add(receipt.json()));
        assertHardy(
                valid,
                json -> Receipt.read(json).json(),
                json -> Receipt.read(json).isSignedBy(key, CRYPTOGRAPHY));
    }

    @Test
    void breaksNoReaderOfContentsAndActs() {
        List<Json> valid = new ArrayList<>();
        for (Act act : ActTest.all()) {
            valid.add(Contents.of(act, Contents.audience(nigeria, vietnam)).json());
        }
        var handling =
                new Handling(
                        Set.of(HandlingCode.H1, HandlingCode.H3),
                        "Ask first.",
                        new Recipients.Only(Set.of(vietnam.desk())),
                        true,
                        false,
                        Tlp.RED,
                        Set.of(Purpose.INVESTIGATION),
                        NOON);
        valid.add(Contents.under(Contents.to(nigeria), handling).json());
        valid.add(Contents.quoting(Contents.to(nigeria), village.opening).json());
        assertHardy(
                valid,
                json -> Content.read(json).json(),
                json -> {
                    Act act = Act.of(Content.read(json));
                    return act instanceof Act.Other ? act : act.about();
                });
    }

    /// Hostile contents that parse are folded; no act of one member takes the picture away from the others.
    @Test
    void breaksNoFold() {
        Placed target = village.writes(nigeria);
        Placed recall = village.acts(nigeria, new Act.Recall(target.id(), "ground"));
        var twice = new Act.RecallAnswer(recall.id(), recall.id(), new Act.Holding.Erased());
        Placed answer = village.acts(vietnam, twice);
        var mutants = new Mutants(9);
        for (Act act : ActTest.all()) {
            for (int i = 0; i < 12; i++) {
                if (mutants.of(act.payload()) instanceof Json.Members payload) {
                    Audience audience = Contents.audience(vietnam);
                    village.says(vietnam, Contents.content(act.type(), payload, audience));
                }
            }
        }
        Picture picture = village.picture();
        assertThat(picture.lines()).hasSize(village.held.all().size());
        assertThat(Village.line(picture, answer).sight()).isInstanceOf(Sight.Read.class);
    }

    private static void assertHardy(
            List<? extends Json> valid, Function<Json, Json> again, Function<Json, Object> use) {
        var mutants = new Mutants(5);
        int read = 0;
        for (int i = 0; i < ROUNDS; i++) {
            Json mutant = valid.get(i % valid.size());
            for (int more = i % 3; more >= 0; more--) {
                mutant = mutants.of(mutant);
            }
            try {
                Json understood = again.apply(mutant);
                read++;
                assertThat(understood).isEqualTo(mutant);
                assertThat(use.apply(mutant)).isNotNull();
            } catch (Malformed e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
        assertThat(read).as("mutants that are understood").isPositive();
    }
}
