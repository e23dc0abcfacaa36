package org.counterpart.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpart.dossier.TestNode.NOON;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

class FoldingTest {
    private static final Instant LATE = NOON.plusSeconds(1_200);

    private final TestNode nigeria = TestNode.named("ngabuja");
    private final TestNode vietnam = TestNode.named("vnhanoi");
    private final TestNode kenya = TestNode.named("kenairobi");
    private final TestNode thailand = TestNode.named("thbangkok");
    private final Village village = Village.of(nigeria, vietnam, kenya, thailand);

    @Test
    void readsEntriesInCausalOrderAndTiesById() {
        Placed one = village.writes(vietnam, village.opening);
        Placed two = village.writes(kenya, village.opening);
        Placed three = village.writes(thailand, one, two);
        boolean oneFirst = one.id().compareTo(two.id()) < 0;
        assertThat(village.picture().lines())
                .extracting(Picture.Line::id)
                .containsExactly(
                        village.opening.id(),
                        oneFirst ? one.id() : two.id(),
                        oneFirst ? two.id() : one.id(),
                        three.id());
        assertThat(village.picture().dossier()).isEqualTo(village.dossier());
        assertThat(village.picture().members()).isEqualTo(village.members());
    }

    /// Every subset of what can be known gives a picture, and what is not read does nothing.
    @Test
    void drawsAPictureWhateverIsClosedErasedOrVoid() {
        for (int seed = 0; seed < 6; seed++) {
            var tale = new RandomTale(seed, 40);
            var random = new Random(seed);
            for (int i = 0; i < 30; i++) {
                var sights = new TreeMap<EntryId, Sight>();
                tale.village.sights().forEach((id, read) -> sights.put(id, blur(read, random)));
                sights.values().removeIf(_ -> random.nextInt(6) == 0);
                Picture picture = tale.village.picture(sights);
                assertThat(picture.lines()).hasSize(tale.village.held.all().size());
                for (Picture.Line line : picture.lines()) {
                    boolean isVoid = line.sight() instanceof Sight.Voided;
                    assertThat(line.standing() == Picture.Standing.VOID).isEqualTo(isVoid);
                }
            }
        }
    }

    private static Sight blur(Sight read, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new Sight.Closed();
            case 1 -> new Sight.Erased();
            case 2 -> new Sight.Voided(VoidReason.COMMITMENT_BROKEN);
            default -> read;
        };
    }

    @Test
    void dependsOnNoOrderOfEntriesOrReceipts() {
        for (int seed = 20; seed < 26; seed++) {
            var tale = new RandomTale(seed, 40);
            List<Receipt> receipts = new ArrayList<>();
            for (Placed placed : tale.village.held.all()) {
                receipts.addAll(receipts(placed, vietnam, NOON, LATE));
            }
            var entries = new ArrayList<>(tale.village.held.all());
            Picture first = fold(tale, entries, receipts);
            for (int i = 0; i < 5; i++) {
                Collections.shuffle(entries, new Random(i));
                Collections.shuffle(receipts, new Random(i));
                assertThat(fold(tale, entries, receipts)).isEqualTo(first);
            }
        }
    }

    private static Picture fold(RandomTale tale, List<Placed> entries, List<Receipt> receipts) {
        return Folding.fold(
                tale.village.dossier(),
                new DossierEntries(entries),
                tale.village.sights(),
                receipts);
    }

    @Test
    void letsNothingSpeakThatIsVoidByItsEnvelope() {
        Placed target = village.writes(nigeria);
        village.acts(vietnam, new Act.Consent(target.id()), target);
        assertThat(village.picture().consents()).containsKey(target.id());
        village.writes(vietnam, target);
        assertThat(village.picture().consents()).isEmpty();
    }

    @Test
    void letsNothingSpeakThatWasNotRead() {
        Placed target = village.writes(nigeria);
        Placed consent = village.acts(vietnam, new Act.Consent(target.id()));
        for (Sight sight : List.of(new Sight.Closed(), new Sight.Erased())) {
            var sights = village.sights();
            sights.put(consent.id(), sight);
            Picture picture = village.picture(sights);
            assertThat(picture.consents()).isEmpty();
            assertThat(Village.line(picture, consent).sight()).isEqualTo(sight);
        }
    }

    @Test
    void showsWhoTookBackCorrectedOrReleasedWhatIsNotItsOwnAsVoid() {
        Placed target = village.writes(nigeria);
        var carried =
                new Act.RecallCarried(
                        target.id(), new Citation(village.dossier(), ActTest.ONE, nigeria.id()));
        for (Act act :
                List.of(
                        new Act.Recall(target.id(), "ground"),
                        new Act.Correction(target.id(), "No."),
                        carried,
                        new Act.TimeDisputed(target.id(), kenya.id(), NOON, LATE))) {
            Placed usurped = village.acts(vietnam, act);
            assertThat(Village.line(village.picture(), usurped).sight())
                    .isEqualTo(new Sight.Voided(VoidReason.BREAKS_ITS_TYPE));
        }
        assertThat(village.standing(target)).isEqualTo(Picture.Standing.COUNTS);
    }

    @Test
    void showsAPayloadThatIsNotOfItsTypeAsVoid() {
        Placed odd =
                village.says(
                        nigeria, Contents.content("recall", Json.object(), village.audience()));
        assertThat(Village.line(village.picture(), odd).sight())
                .isEqualTo(new Sight.Voided(VoidReason.BREAKS_ITS_TYPE));
    }

    /// What a further type prescribes counts as much as what the acts do; a type that nobody brought counts as it stands.
    @Test
    void showsWhatBreaksAFurtherTypeAsVoid() {
        Placed target = village.writes(nigeria);
        Placed seen = village.says(kenya, Contents.content("echo", of(target.id()), everybody()));
        Placed unseen =
                village.says(
                        vietnam,
                        Contents.content("echo", of(target.id()), everybody()),
                        village.opening);
        Placed unheard =
                village.says(kenya, Contents.content("echo", of(ActTest.ONE), everybody()));
        Placed odd = village.says(kenya, Contents.content("echo", Json.object(), everybody()));
        Placed unknown = village.says(kenya, Contents.content("hum", Json.object(), everybody()));
        TypeRule echo =
                content ->
                        content.type().equals("echo")
                                ? Set.of(new Fields(content.payload()).code("of", EntryId::new))
                                : Set.of();

        Picture picture =
                Folding.fold(
                        village.dossier(),
                        village.held.entries(),
                        village.sights(),
                        List.of(),
                        TypeRule.all(List.of(TypeRule.NONE, echo)));

        for (Placed broken : List.of(unseen, unheard, odd)) {
            assertThat(Village.line(picture, broken).sight())
                    .isEqualTo(new Sight.Voided(VoidReason.BREAKS_ITS_TYPE));
        }
        for (Placed sound : List.of(seen, unknown)) {
            assertThat(Village.line(picture, sound).standing()).isEqualTo(Picture.Standing.COUNTS);
        }
        assertThat(village.standing(odd)).isEqualTo(Picture.Standing.COUNTS);
    }

    private static Json.Members of(EntryId id) {
        return Json.object().with("of", id.hex());
    }

    private Audience everybody() {
        return village.audience();
    }

    @Test
    void marksWhatItsOriginatorCorrected() {
        Placed target = village.writes(nigeria);
        village.acts(nigeria, new Act.Correction(target.id(), "It was Tuesday."));
        assertThat(village.standing(target)).isEqualTo(Picture.Standing.CORRECTED);
        village.acts(nigeria, new Act.Recall(target.id(), "ground"));
        assertThat(village.standing(target)).isEqualTo(Picture.Standing.RECALLED);
    }

    @Test
    void showsWhoFoundAnEntryVoid() {
        Placed target = village.writes(nigeria);
        village.acts(kenya, new Act.FoundVoid(target.id(), VoidReason.COMMITMENT_BROKEN));
        village.acts(vietnam, new Act.FoundVoid(target.id(), VoidReason.DOES_NOT_OPEN));
        assertThat(Village.line(village.picture(), target).foundVoidBy())
                .containsEntry(kenya.id(), VoidReason.COMMITMENT_BROKEN)
                .containsEntry(vietnam.id(), VoidReason.DOES_NOT_OPEN)
                .hasSize(2);
        assertThat(village.standing(target)).isEqualTo(Picture.Standing.COUNTS);
    }

    @Test
    void countsADeliveryFromTheFirstWordOfItsReceiver() {
        Placed target = village.writes(nigeria);
        var twice = receipts(target, vietnam, LATE, NOON);
        Picture.Delivery delivery = delivery(target, twice);
        assertThat(delivery).isEqualTo(new Picture.Delivery(NOON, NOON));
        assertThat(delivery.isDisputed()).isFalse();
        assertThat(Village.line(village.picture(), target).deliveries()).isEmpty();
    }

    @Test
    void countsTheLaterTimeWhereItIsDisputed() {
        Placed target = village.writes(nigeria);
        village.acts(nigeria, new Act.TimeDisputed(target.id(), vietnam.id(), NOON, LATE));
        Picture.Delivery delivery = delivery(target, receipts(target, vietnam, NOON));
        assertThat(delivery).isEqualTo(new Picture.Delivery(NOON, LATE));
        assertThat(delivery.isDisputed()).isTrue();
    }

    @Test
    void countsTheLatestOfSeveralDisputedTimes() {
        Placed target = village.writes(nigeria);
        village.acts(nigeria, new Act.TimeDisputed(target.id(), vietnam.id(), NOON, LATE));
        village.acts(
                nigeria,
                new Act.TimeDisputed(target.id(), vietnam.id(), NOON, NOON.plusSeconds(600)));
        assertThat(delivery(target, receipts(target, vietnam, NOON)).counted()).isEqualTo(LATE);
    }

    @Test
    void takesNoDisputeThatIsEarlierOrOfAnotherTimeOrReceiver() {
        Placed target = village.writes(nigeria);
        Instant early = NOON.minusSeconds(600);
        village.acts(nigeria, new Act.TimeDisputed(target.id(), vietnam.id(), NOON, early));
        village.acts(nigeria, new Act.TimeDisputed(target.id(), vietnam.id(), early, LATE));
        village.acts(nigeria, new Act.TimeDisputed(target.id(), kenya.id(), NOON, LATE));
        Picture.Line line =
                Village.line(
                        village.picture(
                                village.sights(),
                                receipts(target, vietnam, NOON).toArray(Receipt[]::new)),
                        target);
        assertThat(line.deliveries())
                .containsOnlyKeys(vietnam.id())
                .containsValue(new Picture.Delivery(NOON, NOON));
    }

    private Picture.Delivery delivery(Placed target, List<Receipt> receipts) {
        Picture picture = village.picture(village.sights(), receipts.toArray(Receipt[]::new));
        return Village.line(picture, target).deliveries().values().iterator().next();
    }

    private static List<Receipt> receipts(Placed entry, TestNode by, Instant... times) {
        return new Receipting(TestNode.CRYPTOGRAPHY)
                .sign(
                        List.of(times).stream()
                                .map(time -> new Receipting.Owed(entry.id(), time))
                                .toList(),
                        by.keys());
    }

    @Test
    void holdsOnlyEntriesWhoseWholePastIsThere() {
        Placed one = village.writes(vietnam);
        Placed two = village.writes(kenya);
        var torn = new DossierEntries(Set.of(village.opening, two));
        assertThat(torn.ordered()).containsExactly(village.opening);
        assertThat(torn.find(one.id())).isEmpty();
        assertThat(torn.refusal(one.id())).isEmpty();
        assertThat(torn.written(village.dossier(), kenya.id(), 1)).containsExactly(two);
        assertThat(torn.membership(village.dossier())).containsExactly(village.opening);
        assertThat(torn.hasTwoHistories(village.dossier(), kenya.id())).isFalse();
    }
}
