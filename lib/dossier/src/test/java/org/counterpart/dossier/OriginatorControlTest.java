package org.counterpart.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpart.dossier.HandlingCode.H0;
import static org.counterpart.dossier.HandlingCode.H1;
import static org.counterpart.dossier.HandlingCode.H2;
import static org.counterpart.dossier.HandlingCode.H3;
import static org.counterpart.dossier.Handlings.codes;
import static org.counterpart.dossier.Handlings.h3;
import static org.counterpart.dossier.Handlings.marked;
import static org.counterpart.dossier.Handlings.only;
import static org.counterpart.dossier.Handlings.until;
import static org.counterpart.dossier.TestNode.NOON;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Nigeria says something, Viet Nam holds it and wants to do something with it: every rule blocks and allows.
class OriginatorControlTest {
    private final TestNode nigeria = TestNode.named("ngabuja");
    private final TestNode vietnam = TestNode.named("vnhanoi");
    private final TestNode kenya = TestNode.named("kenairobi");
    private final Village village = Village.of(nigeria, vietnam, kenya);
    private OriginatorControl.Elsewhere elsewhere = _ -> Optional.empty();

    @ParameterizedTest
    @EnumSource
    void allowsEveryUseUnderH0(Use use) {
        assertAllowed(says(codes(H0)), wants(use), Ruling.Permit.CODES_ALLOW);
    }

    @ParameterizedTest
    @EnumSource
    void blocksTheCourtUnderH1AndNothingElse(Use use) {
        Placed entry = says(codes(H1));
        if (use == Use.COURT) {
            assertBlocked(entry, wants(use), HandlingGround.H1_NEEDS_PERMISSION);
        } else {
            assertAllowed(entry, wants(use), Ruling.Permit.CODES_ALLOW);
        }
    }

    @ParameterizedTest
    @EnumSource
    void blocksPassingOnUnderH2AndNothingElse(Use use) {
        Placed entry = says(codes(H2));
        if (use == Use.FORWARD || use == Use.EXPORT) {
            assertBlocked(entry, wants(use), HandlingGround.H2_NEEDS_PERMISSION);
        } else {
            assertAllowed(entry, wants(use), Ruling.Permit.CODES_ALLOW);
        }
    }

    @Test
    void addsH1AndH2Up() {
        Placed entry = says(codes(H1, H2));
        assertAllowed(entry, wants(Use.READ), Ruling.Permit.CODES_ALLOW);
        assertBlocked(entry, wants(Use.COURT), HandlingGround.H1_NEEDS_PERMISSION);
        assertBlocked(entry, wants(Use.FORWARD), HandlingGround.H2_NEEDS_PERMISSION);
        release(entry, Use.COURT, Contents.audience(vietnam));
        assertAllowed(entry, wants(Use.COURT), Ruling.Permit.RELEASED);
        assertBlocked(entry, wants(Use.FORWARD), HandlingGround.H2_NEEDS_PERMISSION);
    }

    @Test
    void demandsThatTheRestrictionOfH3IsUnderstood() {
        Placed entry = says(h3(new Recipients.WholeAudience(), Tlp.NOT_MARKED));
        for (Use use : Use.values()) {
            assertBlocked(
                    entry,
                    wish(use, false, to(kenya), Purpose.INVESTIGATION),
                    HandlingGround.CONDITION_NOT_UNDERSTOOD);
            assertAllowed(entry, wants(use), Ruling.Permit.CODES_ALLOW);
        }
        assertAllowed(
                says(codes(H1)),
                wish(Use.READ, false, nobody(), Purpose.INVESTIGATION),
                Ruling.Permit.CODES_ALLOW);
    }

    @Test
    void showsToNamedRecipientsOnly() {
        Placed ours = says(h3(only(vietnam), Tlp.NOT_MARKED));
        Placed theirs = says(h3(only(kenya), Tlp.NOT_MARKED));
        for (Use use : List.of(Use.READ, Use.COURT, Use.EXPORT)) {
            assertAllowed(ours, wants(use), Ruling.Permit.CODES_ALLOW);
            assertBlocked(theirs, wants(use), HandlingGround.NOT_A_NAMED_RECIPIENT);
        }
    }

    @Test
    void forwardsToNamedRecipientsOnly() {
        Placed entry = says(h3(only(vietnam, kenya), Tlp.NOT_MARKED));
        assertAllowed(entry, forward(to(kenya)), Ruling.Permit.CODES_ALLOW);
        Audience alsoNigeria = to(kenya).with(nigeria.id(), nigeria.desk());
        assertBlocked(entry, forward(alsoNigeria), HandlingGround.NOT_A_NAMED_RECIPIENT);
        assertBlocked(
                entry, forward(Contents.audience(kenya)), HandlingGround.NOT_A_NAMED_RECIPIENT);
        assertBlocked(entry, forward(nobody()), HandlingGround.NOT_A_NAMED_RECIPIENT);
    }

    @ParameterizedTest
    @CsvSource({
        "RED,true,true",
        "AMBER_STRICT,true,true",
        "AMBER,true,true",
        "GREEN,false,true",
        "CLEAR,false,false",
        "NOT_MARKED,false,false"
    })
    void reachesAsFarAsItsTlpLabel(Tlp tlp, boolean blocksForward, boolean blocksExport) {
        Placed entry = says(marked(tlp));
        assertAllowed(entry, wants(Use.READ), Ruling.Permit.CODES_ALLOW);
        assertAllowed(entry, wants(Use.COURT), Ruling.Permit.CODES_ALLOW);
        assertRuled(blocksForward, entry, wants(Use.FORWARD));
        assertRuled(blocksExport, entry, wants(Use.EXPORT));
    }

    private void assertRuled(boolean blocked, Placed entry, Wish wish) {
        if (blocked) {
            assertBlocked(entry, wish, HandlingGround.TLP_TOO_STRICT);
        } else {
            assertAllowed(entry, wish, Ruling.Permit.CODES_ALLOW);
        }
    }

    @Test
    void usesForStatedPurposesOnly() {
        Placed entry = says(codes(H0));
        assertBlocked(
                entry,
                wish(Use.READ, true, nobody(), Purpose.PREVENTION),
                HandlingGround.PURPOSE_NOT_PERMITTED);
        assertBlocked(
                entry,
                wish(Use.READ, true, nobody(), Purpose.PREVENTION, Purpose.INVESTIGATION),
                HandlingGround.PURPOSE_NOT_PERMITTED);
        assertBlocked(entry, wish(Use.READ, true, nobody()), HandlingGround.PURPOSE_NOT_PERMITTED);
    }

    @Test
    void endsWithItsTerm() {
        Placed entry = says(until(NOON));
        assertAllowed(entry, at(NOON.minusMillis(1)), Ruling.Permit.CODES_ALLOW);
        assertBlocked(entry, at(NOON), HandlingGround.EXPIRED);
        release(entry, Use.READ, Contents.audience(vietnam));
        assertBlocked(entry, at(NOON), HandlingGround.EXPIRED);
    }

    @Test
    void endsWithARecallButForWhatIsKeptUnderLaw() {
        Placed entry = says(codes(H0));
        Placed recall = village.acts(nigeria, new Act.Recall(entry.id(), "ground"));
        for (Use use : Use.values()) {
            assertBlocked(entry, wants(use), HandlingGround.RECALLED);
        }
        village.acts(
                vietnam,
                new Act.RecallAnswer(
                        recall.id(),
                        entry.id(),
                        new Act.Holding.KeptUnderLaw("evidence", "High Court", NOON)));
        assertAllowed(entry, wants(Use.READ), Ruling.Permit.CODES_ALLOW);
        assertAllowed(entry, wants(Use.COURT), Ruling.Permit.CODES_ALLOW);
        assertBlocked(entry, wants(Use.FORWARD), HandlingGround.RECALLED);
        assertBlocked(entry, wants(Use.EXPORT), HandlingGround.RECALLED);
        village.acts(
                vietnam, new Act.RecallAnswer(recall.id(), entry.id(), new Act.Holding.Erased()));
        assertBlocked(entry, wants(Use.READ), HandlingGround.RECALLED);
    }

    @ParameterizedTest
    @EnumSource
    void leavesWhatRestsOnARecalledEntryToBeReadAlone(Use use) {
        Placed source = says(codes(H0));
        Placed derived = derives(codes(H0), source);
        Placed again = derives(codes(H0), derived);
        village.acts(nigeria, new Act.Recall(source.id(), "ground"));
        assertReadAlone(derived, use, Ruling.Permit.CODES_ALLOW);
        assertReadAlone(again, use, Ruling.Permit.CODES_ALLOW);
    }

    /// Also for its author, where it took back its own source.
    @ParameterizedTest
    @EnumSource
    void leavesWhatRestsOnAnOwnRecalledEntryToBeReadAlone(Use use) {
        Placed source = village.says(vietnam, by(vietnam.desk(), codes(H0)));
        Placed derived = derives(codes(H0), source);
        village.acts(vietnam, new Act.Recall(source.id(), "ground"));
        assertReadAlone(derived, use, Ruling.Permit.OWN_ENTRY);
    }

    private void assertReadAlone(Placed entry, Use use, Ruling.Permit permit) {
        if (use == Use.READ) {
            assertAllowed(entry, wants(use), permit);
        } else {
            assertBlocked(entry, wants(use), HandlingGround.RESTS_ON_RECALLED);
        }
    }

    @Test
    void givesEveryGroundInTheOrderOfTheRules() {
        Placed entry =
                says(
                        new Handling(
                                Set.of(H1, H2, H3),
                                "Ask first.",
                                only(kenya),
                                false,
                                false,
                                Tlp.RED,
                                Set.of(Purpose.PREVENTION),
                                NOON.minusSeconds(60)));
        village.acts(nigeria, new Act.Recall(entry.id(), "ground"));
        assertThat(rule(entry, wish(Use.EXPORT, false, nobody(), Purpose.INVESTIGATION)))
                .isEqualTo(
                        new Ruling.Blocked(
                                Arrays.stream(HandlingGround.values())
                                        .filter(g -> g != HandlingGround.RESTS_ON_RECALLED)
                                        .filter(g -> g != HandlingGround.H1_NEEDS_PERMISSION)
                                        .toList()));
    }

    @ParameterizedTest
    @EnumSource
    void leavesAnAuthorFreeWithItsOwn(Use use) {
        Placed entry =
                village.says(
                        vietnam, Contents.under(Contents.about("Ours"), h3(only(kenya), Tlp.RED)));
        assertAllowed(entry, wants(use), Ruling.Permit.OWN_ENTRY);
        village.acts(vietnam, new Act.Recall(entry.id(), "ground"));
        assertBlocked(entry, wants(use), HandlingGround.RECALLED);
    }

    /// Another agency of the same state is a third party.
    @Test
    void bindsAnotherDeskOfTheAuthorsNode() {
        DeskId customs = DeskId.of(vietnam.id(), new byte[16]);
        Placed others = village.says(vietnam, by(customs, codes(H1, H2)));
        assertAllowed(others, wants(Use.READ), Ruling.Permit.CODES_ALLOW);
        assertBlocked(others, wants(Use.COURT), HandlingGround.H1_NEEDS_PERMISSION);
        assertBlocked(others, wants(Use.FORWARD), HandlingGround.H2_NEEDS_PERMISSION);
        Placed own = village.says(vietnam, by(vietnam.desk(), codes(H1, H2)));
        assertAllowed(own, wants(Use.COURT), Ruling.Permit.OWN_ENTRY);
    }

    @Test
    void bindsADeskWhoseEntryRestsOnThatOfAnotherDeskOfItsNode() {
        DeskId customs = DeskId.of(vietnam.id(), new byte[16]);
        Placed theirs = village.says(vietnam, by(customs, codes(H1)));
        Placed ours = village.says(vietnam, by(vietnam.desk(), codes(H1)));
        assertBlocked(
                derives(codes(H1), theirs), wants(Use.COURT), HandlingGround.H1_NEEDS_PERMISSION);
        assertAllowed(derives(codes(H1), ours), wants(Use.COURT), Ruling.Permit.OWN_ENTRY);
    }

    /// The picture of one dossier does not hold the other; the node does.
    @Test
    void bindsADeskWhoseEntryRestsOnThatOfAnotherDeskInAnotherDossier() {
        DeskId customs = DeskId.of(vietnam.id(), new byte[16]);
        Placed theirs = Village.of(vietnam, kenya).says(vietnam, by(customs, codes(H1)));
        Placed derived = derives(codes(H1), theirs);

        elsewhere = _ -> Optional.of(new Writer.Desk(customs, "duty-officer"));
        assertBlocked(derived, wants(Use.COURT), HandlingGround.H1_NEEDS_PERMISSION);

        elsewhere = _ -> Optional.of(new Writer.Desk(vietnam.desk(), "duty-officer"));
        assertAllowed(derived, wants(Use.COURT), Ruling.Permit.OWN_ENTRY);

        elsewhere = _ -> Optional.empty();
        assertAllowed(derived, wants(Use.COURT), Ruling.Permit.OWN_ENTRY);
    }

    private static Content by(DeskId desk, Handling handling) {
        Content plain = Contents.under(Contents.about("Ours"), handling);
        return new Content(
                plain.type(),
                new Writer.Desk(desk, "duty-officer"),
                plain.claimedAt(),
                plain.audience(),
                handling,
                plain.grading(),
                plain.payload(),
                List.of(),
                List.of());
    }

    @Test
    void bindsAnAuthorWhoseEntryRestsOnAnothers() {
        Placed source = says(codes(H1));
        Placed derived = derives(codes(H1), source);
        assertBlocked(derived, wants(Use.COURT), HandlingGround.H1_NEEDS_PERMISSION);
        release(source, Use.COURT, Contents.audience(vietnam));
        assertAllowed(derived, wants(Use.COURT), Ruling.Permit.RELEASED);
    }

    /// However often it is derived again.
    @Test
    void bindsAnAuthorWhoseEntryRestsOnWhatRestsOnAnothers() {
        Placed source = says(codes(H1, H2));
        Placed again = derives(codes(H1, H2), derives(codes(H1, H2), source));
        Placed thrice = derives(codes(H1, H2), again, source);
        for (Placed derived : List.of(again, thrice)) {
            assertBlocked(derived, wants(Use.COURT), HandlingGround.H1_NEEDS_PERMISSION);
            assertBlocked(derived, forward(to(kenya)), HandlingGround.H2_NEEDS_PERMISSION);
        }
        release(source, Use.COURT, Contents.audience(vietnam));
        assertAllowed(again, wants(Use.COURT), Ruling.Permit.RELEASED);
        assertAllowed(thrice, wants(Use.COURT), Ruling.Permit.RELEASED);
    }

    @Test
    void asksEveryOriginatorOfWhatRestsOnSeveral() {
        Placed one = says(codes(H2));
        Placed two = village.says(kenya, Contents.under(Contents.about("Two"), codes(H2)));
        Placed derived = derives(codes(H2), one, two);
        Wish wish = forward(to(nigeria));
        release(one, Use.FORWARD, Contents.audience(nigeria));
        assertBlocked(derived, wish, HandlingGround.H2_NEEDS_PERMISSION);
        release(two, Use.FORWARD, Contents.audience(nigeria));
        assertAllowed(derived, wish, Ruling.Permit.RELEASED);
    }

    @Test
    void releasesForOneUse() {
        Placed entry = says(codes(H2));
        release(entry, Use.FORWARD, Contents.audience(kenya));
        assertAllowed(entry, forward(to(kenya)), Ruling.Permit.RELEASED);
        assertBlocked(entry, wants(Use.EXPORT), HandlingGround.H2_NEEDS_PERMISSION);
    }

    @Test
    void releasesTheEntriesThatItNames() {
        Placed entry = says(codes(H2));
        Placed other = says(codes(H2));
        release(other, Use.FORWARD, Contents.audience(kenya));
        assertBlocked(entry, forward(to(kenya)), HandlingGround.H2_NEEDS_PERMISSION);
    }

    @Test
    void releasesToTheNodesThatItNames() {
        Placed entry = says(codes(H2));
        release(entry, Use.FORWARD, Contents.audience(kenya));
        Audience alsoNigeria = to(kenya).with(nigeria.id(), nigeria.desk());
        assertBlocked(entry, forward(alsoNigeria), HandlingGround.H2_NEEDS_PERMISSION);
        assertBlocked(entry, forward(nobody()), HandlingGround.H2_NEEDS_PERMISSION);
        assertAllowed(entry, forward(Contents.audience(kenya)), Ruling.Permit.RELEASED);
    }

    /// Third-party rule: another agency of the same state is another recipient.
    @Test
    void releasesToTheDesksThatItNames() {
        Placed entry = says(codes(H2));
        release(entry, Use.FORWARD, to(kenya));
        assertAllowed(entry, forward(to(kenya)), Ruling.Permit.RELEASED);
        Audience otherDesk = nobody().with(kenya.id(), vietnam.desk());
        assertBlocked(entry, forward(otherDesk), HandlingGround.H2_NEEDS_PERMISSION);
        assertBlocked(entry, forward(Contents.audience(kenya)), HandlingGround.H2_NEEDS_PERMISSION);
    }

    @Test
    void releasesToTheDeskThatWantsIt() {
        Placed entry = says(codes(H1));
        release(entry, Use.COURT, nobody().with(vietnam.id(), kenya.desk()));
        assertBlocked(entry, wants(Use.COURT), HandlingGround.H1_NEEDS_PERMISSION);
        release(entry, Use.COURT, to(vietnam));
        assertAllowed(entry, wants(Use.COURT), Ruling.Permit.RELEASED);
    }

    @Test
    void releasesUntilItsEnd() {
        Placed entry = says(codes(H1));
        Instant end = NOON.plusSeconds(3_600);
        release(entry, Use.COURT, Contents.audience(vietnam));
        assertAllowed(entry, court(end.minusMillis(1)), Ruling.Permit.RELEASED);
        assertBlocked(entry, court(end), HandlingGround.H1_NEEDS_PERMISSION);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"RECALLED", "RESTS_ON_RECALLED", "EXPIRED", "CONDITION_NOT_UNDERSTOOD"})
    void releasesNothingThatNoReleaseCanGive(HandlingGround ground) {
        assertThat(ground.originatorMayRelease()).isFalse();
        assertThat(ground.code()).isEqualTo("HANDLING_" + ground.name());
    }

    @Test
    void releasesANamedRecipientAndALabel() {
        Placed entry = says(h3(only(kenya), Tlp.RED));
        assertBlocked(entry, wants(Use.READ), HandlingGround.NOT_A_NAMED_RECIPIENT);
        release(entry, Use.READ, to(vietnam));
        assertAllowed(entry, wants(Use.READ), Ruling.Permit.RELEASED);
    }

    private Placed says(Handling handling) {
        return village.says(nigeria, Contents.under(Contents.to(nigeria, vietnam), handling));
    }

    private Placed derives(Handling handling, Placed... sources) {
        return village.says(
                vietnam,
                Contents.quoting(Contents.under(Contents.about("So."), handling), sources));
    }

    /// The originator answers a request of the holder, for an hour from noon.
    private void release(Placed entry, Use use, Audience recipients) {
        Placed request =
                village.acts(
                        vietnam,
                        new Act.PermissionRequest(Set.of(entry.id()), recipients, use, "Trial."));
        TestNode originator = entry.author().equals(kenya.id()) ? kenya : nigeria;
        village.acts(
                originator,
                new Act.Release(
                        request.id(),
                        Set.of(entry.id()),
                        recipients,
                        use,
                        NOON.plusSeconds(3_600)));
    }

    private Wish wants(Use use) {
        return wish(use, true, use == Use.FORWARD ? to(kenya) : nobody(), Purpose.INVESTIGATION);
    }

    private Wish forward(Audience recipients) {
        return wish(Use.FORWARD, true, recipients, Purpose.INVESTIGATION);
    }

    private Wish at(Instant now) {
        return wishAt(Use.READ, now);
    }

    private Wish court(Instant now) {
        return wishAt(Use.COURT, now);
    }

    private Wish wishAt(Use use, Instant now) {
        return new Wish(
                use,
                vietnam.id(),
                vietnam.desk(),
                nobody(),
                Set.of(Purpose.INVESTIGATION),
                true,
                now);
    }

    private Wish wish(Use use, boolean understood, Audience recipients, Purpose... purposes) {
        return new Wish(
                use,
                vietnam.id(),
                vietnam.desk(),
                recipients,
                Set.of(purposes),
                understood,
                NOON.minusSeconds(60));
    }

    private static Audience nobody() {
        return Contents.audience();
    }

    private static Audience to(TestNode node) {
        return nobody().with(node.id(), node.desk());
    }

    private Ruling rule(Placed entry, Wish wish) {
        Picture picture = village.picture();
        Picture.Line line = Village.line(picture, entry);
        Content content = ((Sight.Read) line.sight()).content();
        return new OriginatorControl(elsewhere).rule(line, content, wish, picture);
    }

    private void assertAllowed(Placed entry, Wish wish, Ruling.Permit because) {
        assertThat(rule(entry, wish)).isEqualTo(new Ruling.Allowed(Set.of(because)));
    }

    private void assertBlocked(Placed entry, Wish wish, HandlingGround... grounds) {
        assertThat(rule(entry, wish)).isEqualTo(new Ruling.Blocked(List.of(grounds)));
    }
}
