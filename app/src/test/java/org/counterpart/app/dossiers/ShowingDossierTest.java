package org.counterpart.app.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.access.AccessGround;
import org.counterpart.app.access.Label;
import org.counterpart.app.access.Officer;
import org.counterpart.app.access.OfficerId;
import org.counterpart.app.access.OfficerName;
import org.counterpart.app.access.Post;
import org.counterpart.app.access.Role;
import org.counterpart.app.node.ANode;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.Grading;
import org.counterpart.dossier.Handling;
import org.counterpart.dossier.HandlingCode;
import org.counterpart.dossier.HandlingGround;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Purpose;
import org.counterpart.dossier.Recipients;
import org.counterpart.dossier.Tlp;
import org.counterpart.dossier.Writer;
import org.counterpart.ledger.Act;
import org.counterpart.replication.Appended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;

@ExtendWith(ANode.Given.class)
class ShowingDossierTest {
    private final Random random = new Random(20_261_133);
    private final DeskId customs = DeskId.draw(random);
    private final DeskId police = DeskId.draw(random);
    private final DeskId port = DeskId.draw(random);
    private final ANode node;
    private final Vault vault;
    private final ShowingDossier showing;

    ShowingDossierTest(ANode node) {
        this.node = node;
        this.vault = node.bean(Vault.class);
        this.showing = node.bean(ShowingDossier.class);
    }

    private static Officer.OfDesk officer(DeskId desk, Role role) {
        return new Officer.OfDesk(
                new OfficerId("a".repeat(26)),
                new OfficerName("reader"),
                new Label("Reader of a desk"),
                new Post.OfDesk(role, desk));
    }

    private static Officer.OfDesk analyst(DeskId desk) {
        return officer(desk, Role.ANALYST);
    }

    private Draft draft(DeskId... to) {
        Audience audience = Audience.ofNodes(List.of(vault.self()));
        for (DeskId desk : to) {
            audience = audience.with(vault.self(), desk);
        }
        return new Draft(
                "note",
                new Writer.Desk(customs, "duty-officer"),
                audience,
                Chronicle.FREE,
                new Grading.NothingAsserted(),
                Json.object().with("text", "(constructed)"),
                List.of());
    }

    private static Placed done(Appended appended) {
        return switch (appended) {
            case Appended.Done(var placed, _) -> placed;
            case Appended.Refused(var code) -> throw new AssertionError(code);
        };
    }

    /// Customs wrote to the police.
    private Placed opened() {
        return done(vault.open(Set.of(), draft(customs, police)));
    }

    private Placed added(DossierId dossier, DeskId... to) {
        return done(vault.append(dossier, draft(to)));
    }

    /// What another state's desk wrote to customs and the police.
    private Placed received(String state, Handling handling) {
        NodeKeys author = SoundKeys.of(state, random);
        NodeKeys own = node.bean(OwnKeys.class).now();
        Chronicle chronicle = Chronicle.opened(random, List.of(author, own));
        Audience audience =
                Chronicle.audience(author, own).with(own.node(), customs).with(own.node(), police);
        Placed entry =
                chronicle.says(
                        author,
                        Chronicle.content(
                                "note",
                                new Writer.Desk(port, "duty-officer"),
                                audience,
                                Json.object(),
                                handling),
                        chronicle.opening());
        return node.bean(VaultTransactions.class)
                .write(
                        store -> {
                            chronicle.entries().forEach(store.envelopes()::place);
                            var what = chronicle.written(entry);
                            store.contents()
                                    .keep(
                                            entry.id(),
                                            entry.id(),
                                            what.ciphertext(),
                                            what.payloadKey(),
                                            what.content());
                            return entry;
                        });
    }

    private static Handling handling(HandlingCode code, String restriction, Instant expires) {
        return new Handling(
                Set.of(code),
                restriction,
                new Recipients.WholeAudience(),
                false,
                false,
                Tlp.NOT_MARKED,
                Set.of(Purpose.INVESTIGATION),
                expires);
    }

    private List<Act> leaves(String kind, String subject) {
        return node
                .bean(JdbcClient.class)
                .sql("select act from proof.leaf")
                .query((row, _) -> Act.parse(row.getString("act")).orElseThrow())
                .list()
                .stream()
                .filter(act -> act.kind().value().equals(kind))
                .filter(act -> act.subject().filter(s -> s.value().equals(subject)).isPresent())
                .toList();
    }

    private List<ShownLine> lines(Officer.OfDesk officer, DossierId dossier, boolean understood) {
        return showing.show(officer, dossier, understood).orElseThrow().lines();
    }

    @Test
    void opensWhatIsForTheDeskAndLeavesALeafForEachEntryRead() {
        Placed first = opened();
        Placed second = added(first.dossier(), customs, police);

        assertThat(lines(analyst(police), first.dossier(), false))
                .hasSize(2)
                .allMatch(ShownLine.Open.class::isInstance);

        for (Placed entry : List.of(first, second)) {
            assertThat(leaves("read", entry.id().hex()))
                    .singleElement()
                    .satisfies(act -> assertThat(act.json()).contains(police.text(), "analyst"));
        }
    }

    @Test
    void aDeskWithoutAPartSeesNothingAndLeavesALeaf() {
        Placed entry = opened();

        assertThat(showing.show(analyst(port), entry.dossier(), true)).isEmpty();

        assertThat(leaves("read", entry.id().hex())).isEmpty();
        assertThat(leaves("denied", entry.dossier().text()))
                .singleElement()
                .satisfies(
                        act ->
                                assertThat(act.json())
                                        .contains(port.text(), AccessGround.NOT_YOUR_DESK.code()));
    }

    @Test
    void learnsNoMoreThanOfADossierThatDoesNotExist() {
        var nowhere = new DossierId("a".repeat(26));

        assertThat(showing.show(analyst(customs), nowhere, true)).isEmpty();
    }

    @Test
    void aLineForAnotherDeskIsShownWithoutItsContentAndCountsAsUnread() {
        Placed entry = opened();
        Placed inside = added(entry.dossier(), customs);

        assertThat(lines(analyst(police), entry.dossier(), true).getLast())
                .isInstanceOfSatisfying(
                        ShownLine.NotForThisDesk.class,
                        line -> assertThat(line.ground()).isEqualTo(AccessGround.NOT_YOUR_DESK));
        assertThat(leaves("read", inside.id().hex())).isEmpty();
    }

    @Test
    void keepsClosedUntilTheRestrictionIsUnderstood() {
        Placed closed =
                received(
                        "VN", handling(HandlingCode.H3, "Only for the two of you", Handling.NEVER));

        assertThat(lines(analyst(police), closed.dossier(), false).getLast())
                .isInstanceOfSatisfying(
                        ShownLine.Withheld.class,
                        line ->
                                assertThat(line.grounds())
                                        .containsExactly(HandlingGround.CONDITION_NOT_UNDERSTOOD));
        assertThat(leaves("read", closed.id().hex())).isEmpty();

        assertThat(lines(analyst(police), closed.dossier(), true).getLast())
                .isInstanceOf(ShownLine.Open.class);
        assertThat(leaves("read", closed.id().hex())).hasSize(1);
    }

    @Test
    void keepsClosedWhatHasExpired() {
        Placed expired =
                received(
                        "NG", handling(HandlingCode.H0, "", Instant.parse("2020-01-01T00:00:00Z")));

        assertThat(lines(analyst(police), expired.dossier(), true).getLast())
                .isInstanceOf(ShownLine.Withheld.class);
        assertThat(leaves("read", expired.id().hex())).isEmpty();
    }

    @Test
    void showsTheBareLineOfWhatWasErased() {
        Placed entry = opened();
        Placed gone = added(entry.dossier(), customs, police);
        assertThat(vault.erase(gone.id())).isTrue();

        assertThat(lines(analyst(police), entry.dossier(), true).getLast())
                .isInstanceOf(ShownLine.Bare.class);
        assertThat(leaves("read", gone.id().hex())).isEmpty();
        assertThat(leaves("erased", gone.id().hex())).hasSize(1);
    }

    @Test
    void anOfficerWhoReadsTwiceLeavesTwoLeaves() {
        Placed entry = opened();

        for (int reading = 0; reading < 2; reading++) {
            assertThat(lines(officer(customs, Role.DUTY_OFFICER), entry.dossier(), false))
                    .hasSize(1);
        }

        assertThat(leaves("read", entry.id().hex())).hasSize(2);
    }
}
