package org.counterpart.app.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.node.ANode;
import org.counterpart.app.proof.Leaves;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.VoidReason;
import org.counterpart.dossier.Writer;
import org.counterpart.ledger.Act;
import org.counterpart.replication.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

@ExtendWith(ANode.Given.class)
class VaultLeavesTest {
    private final Random random = new Random(20_261_130);
    private final NodeKeys sg = SoundKeys.of("SG", random);
    private final NodeKeys vn = SoundKeys.of("VN", random);
    private final NodeKeys ng = SoundKeys.of("NG", random);
    private final Chronicle chronicle = Chronicle.opened(random, List.of(sg, vn));
    private final Placed entry = chronicle.opening();
    private final AtomicReference<Instant> now = new AtomicReference<>(Chronicle.NOON);
    private final VaultLeaves leaves;
    private final ANode node;

    VaultLeavesTest(ANode node) {
        this.node = node;
        this.leaves = new VaultLeaves(node.bean(Leaves.class), sg.node(), now::get);
    }

    /// What stands in the ledger about a subject after these changes, which are then taken back.
    private List<Act> written(String subject, Change... changes) {
        return node.bean(TransactionTemplate.class)
                .execute(
                        status -> {
                            status.setRollbackOnly();
                            leaves.write(List.of(changes));
                            return acts(subject);
                        });
    }

    private List<Act> acts(String subject) {
        return node.bean(JdbcClient.class)
                .sql(
                        "select act from proof.leaf where act like '%' || :subject || '%' order by"
                                + " arrival")
                .param("subject", "\"subject\":\"" + subject + "\"")
                .query((row, _) -> Act.parse(row.getString("act")).orElseThrow())
                .list();
    }

    private List<Act> written(Change... changes) {
        return written(entry.id().hex(), changes);
    }

    private int named(NodeId peer, String subject, int reports) {
        var report = new Change.Reported(new Report("A_CODE", peer, subject));
        return written(subject, Collections.nCopies(reports, report).toArray(Change[]::new)).size();
    }

    @Test
    void namesTheDeskThatMadeAnEntryOnce() {
        var desk = DeskId.draw(random);
        var content =
                Chronicle.content(
                        "note",
                        new Writer.Desk(desk, "duty-officer"),
                        Chronicle.audience(sg, vn).with(sg.node(), desk),
                        Json.object());

        assertThat(written(new Change.Placed(entry), new Change.Opened(entry.id(), content)))
                .singleElement()
                .satisfies(act -> assertThat(act.kind().value()).isEqualTo("entry-made"))
                .satisfies(
                        act ->
                                assertThat(act.json())
                                        .contains(desk.text(), "duty-officer", "note"));
    }

    @Test
    void tellsWhatCameFromAnotherFromWhatIsKeptOfIt() {
        Placed theirs = chronicle.says(vn, entry);

        assertThat(
                        written(
                                theirs.id().hex(),
                                new Change.Placed(theirs),
                                new Change.Opened(theirs.id(), chronicle.words("note"))))
                .extracting(act -> act.kind().value())
                .containsExactly("entry-received", "content-kept");
    }

    @Test
    void leavesOneLeafForWhatIsKeptOnAPromiseOnceItIsReceived() {
        var kept = new Change.KeptOnPromise(entry.id());

        assertThat(written(kept, kept)).isEmpty();
        assertThat(
                        written(
                                kept,
                                new Change.Received(entry.id(), sg.node()),
                                new Change.Joined(entry.dossier())))
                .extracting(act -> act.kind().value())
                .containsExactly("entry-received");
    }

    @Test
    void leavesALeafForWhatIsFoundVoidSignedAndErased() {
        assertThat(
                        written(
                                new Change.FoundVoid(entry.id(), VoidReason.WRONG_AUDIENCE),
                                new Change.Signed(Chronicle.receipt(entry, vn, Chronicle.NOON)),
                                new Change.Erased(entry.id())))
                .extracting(act -> act.kind().value())
                .containsExactly("found-void", "receipt", "erased");
    }

    @Test
    void holdsNoWordOfAContent() {
        assertThat(
                        written(
                                new Change.Placed(entry),
                                new Change.Opened(entry.id(), chronicle.words("note"))))
                .allSatisfy(act -> assertThat(act.json()).doesNotContain("constructed"));
    }

    @Test
    void namesSoManyReportsOfAPeerInAMinuteAndNoMore() {
        assertThat(named(vn.node(), "a".repeat(64), VaultLeaves.NAMED_A_MINUTE + 5))
                .isEqualTo(VaultLeaves.NAMED_A_MINUTE);
        assertThat(named(vn.node(), "b".repeat(64), 1)).isZero();
    }

    @Test
    void countsEachPeerByItself() {
        int _ = named(vn.node(), "a".repeat(64), VaultLeaves.NAMED_A_MINUTE);

        assertThat(named(ng.node(), "c".repeat(64), 1)).isEqualTo(1);
    }

    @Test
    void namesAgainInTheNextMinute() {
        int _ = named(vn.node(), "a".repeat(64), VaultLeaves.NAMED_A_MINUTE);
        now.set(Chronicle.NOON.plus(Duration.ofSeconds(59)));
        assertThat(named(vn.node(), "d".repeat(64), 1)).isZero();

        now.set(Chronicle.NOON.plus(Duration.ofMinutes(1)));

        assertThat(named(vn.node(), "d".repeat(64), 1)).isEqualTo(1);
    }
}
