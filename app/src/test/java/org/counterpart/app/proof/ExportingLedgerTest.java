package org.counterpart.app.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpart.ledger.LedgerRefusal.LEDGER_CHECKPOINT_GOES_BACK;
import static org.counterpart.ledger.LedgerRefusal.LEDGER_KEY_UNKNOWN;
import static org.counterpart.ledger.LedgerRefusal.LEDGER_LEAF_EDITED;
import static org.counterpart.ledger.LedgerRefusal.LEDGER_LEAF_MISSING;
import static org.counterpart.ledger.LedgerRefusal.LEDGER_TREE_REWRITTEN;

import org.counterpart.ledger.Act;
import org.counterpart.ledger.Code;
import org.counterpart.ledger.Frontier;
import org.counterpart.ledger.Hash;
import org.counterpart.ledger.Leaf;
import org.counterpart.ledger.LedgerRefusal;
import org.counterpart.ledger.Salt;
import org.counterpart.ledger.Verification;
import org.counterpart.ledger.Verification.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

@ExtendWith(TestNode.Given.class)
class ExportingLedgerTest {

    @Test
    void writesAnExportThatVerifies(TestLedger ledger) {
        ledger.holdsNumbered(25);

        assertThat(ledger.verifiedExport())
                .isInstanceOfSatisfying(
                        Verification.Intact.class,
                        intact -> {
                            assertThat(intact.leaves()).isEqualTo(26);
                            assertThat(intact.erased()).isZero();
                            assertThat(intact.checkpoints()).isEqualTo(3);
                        });
    }

    @Test
    void isItselfAnActInTheExport(TestLedger ledger) {
        ledger.holds("e1").export();

        String act =
                ledger.jdbc
                        .sql("select act from proof.leaf where number = 1")
                        .query(String.class)
                        .single();
        assertThat(Act.parse(act))
                .hasValueSatisfying(
                        exported -> {
                            assertThat(exported.kind()).isEqualTo(new Code("exported"));
                            assertThat(exported.actor()).isEqualTo(TestLedger.DESK);
                        });
    }

    @Test
    void takesInWhatWasCommittedJustBefore(TestLedger ledger) {
        assertThat(ledger.holds("e1").export()).contains("e1");
    }

    @Test
    void writesMoreThanOnePage(TestLedger ledger) {
        ledger.transaction.executeWithoutResult(
                _ ->
                        IntStream.range(0, 1100)
                                .forEach(
                                        number ->
                                                ledger.leaves.add(TestLedger.read("e" + number))));

        assertThat(ledger.verifiedExport())
                .isInstanceOfSatisfying(
                        Verification.Intact.class,
                        intact -> assertThat(intact.leaves()).isEqualTo(1101));
    }

    @Test
    void leavesOutWhatComesWhileItIsWritten(TestLedger ledger) throws Exception {
        ledger.holdsNumbered(15);
        LedgerCopy copy = ledger.exporting.begin(TestLedger.DESK);
        ledger.holdsNumbered(15);
        var out = new java.io.ByteArrayOutputStream();

        copy.writeTo(out);

        assertThat(TestLedger.verify(out.toString(StandardCharsets.US_ASCII)))
                .isInstanceOfSatisfying(
                        Verification.Intact.class,
                        intact -> assertThat(intact.leaves()).isEqualTo(16));
    }

    @Test
    void countsErasedLeavesAsErased(TestLedger ledger) {
        ledger.holdsNumbered(25);
        ledger.edit("update proof.leaf set salt = null, act = null where number in (3, 24)");

        assertThat(ledger.verifiedExport())
                .isInstanceOfSatisfying(
                        Verification.Intact.class,
                        intact -> assertThat(intact.erased()).isEqualTo(2));
    }

    @Test
    void showsAnActThatWasEdited(TestLedger ledger) {
        ledger.holdsNumbered(25);
        ledger.edit(
                "update proof.leaf set act = ? where number = 17", TestLedger.read("other").json());

        isBroken(ledger, LEDGER_LEAF_EDITED, new Place.AtLeaf(17));
    }

    @Test
    void showsALeafThatWasDeleted(TestLedger ledger) {
        ledger.holdsNumbered(25);
        ledger.edit("delete from proof.leaf where number = 12");

        isBroken(ledger, LEDGER_LEAF_MISSING, new Place.AtLeaf(12));
    }

    @Test
    void showsTheFirstOfTwoLeavesThatChangedPlaces(TestLedger ledger) {
        ledger.holdsNumbered(25);
        ledger.edit("update proof.leaf set number = 99 where number = 5");
        ledger.edit("update proof.leaf set number = 5 where number = 20");
        ledger.edit("update proof.leaf set number = 20 where number = 99");

        isBroken(ledger, LEDGER_LEAF_EDITED, new Place.AtLeaf(5));
    }

    /// The editor repairs the hash of the leaf and the frontier, as an administrator with our source code would.
    @Test
    void showsBetweenWhichCheckpointsHashesWereRewrittenToo(TestLedger ledger) {
        ledger.holdsNumbered(25);
        rewrite(ledger, 17);

        isBroken(ledger, LEDGER_TREE_REWRITTEN, new Place.Between(10, 20));
    }

    @Test
    void showsACheckpointThatIsSignedWithAnotherKey(TestLedger ledger) {
        ledger.holdsNumbered(25);
        Frontier log = rewrite(ledger, 17);
        byte[] forged = TestLedger.signer(2).sign(log, 0, ledger.time.instant()).note();
        ledger.edit(
                "update proof.checkpoint set note = ? where size = 20",
                new String(forged, StandardCharsets.UTF_8));

        isBroken(ledger, LEDGER_KEY_UNKNOWN, new Place.Between(10, 20));
    }

    @Test
    void showsACheckpointThatWasDoubled(TestLedger ledger) {
        ledger.holdsNumbered(25);
        ledger.edit(
                "insert into proof.checkpoint (size, note, at) select size, note, at from"
                        + " proof.checkpoint where size = 20");

        isBroken(ledger, LEDGER_CHECKPOINT_GOES_BACK, new Place.Between(20, 20));
    }

    @Test
    void stillWritesWhatNoLineCanHold(TestLedger ledger) {
        ledger.holdsNumbered(3);
        ledger.edit("update proof.leaf set act = ? where number = 1", "Nguy\u1ec5n\nheld 9");

        isBroken(ledger, LEDGER_LEAF_EDITED, new Place.AtLeaf(1));
    }

    private static void isBroken(TestLedger ledger, LedgerRefusal code, Place place) {
        assertThat(ledger.verifiedExport())
                .isInstanceOfSatisfying(
                        Verification.Broken.class,
                        broken -> {
                            assertThat(broken.code()).isEqualTo(code);
                            assertThat(broken.place()).isEqualTo(place);
                        });
    }

    /// Gives leaf `edited` another act with a hash that fits, and the log a frontier that fits all hashes.
    private static Frontier rewrite(TestLedger ledger, long edited) {
        String act = TestLedger.read("other").json();
        Salt salt =
                Salt.of(
                        ledger.jdbc
                                .sql("select salt from proof.leaf where number = ?")
                                .param(edited)
                                .query(byte[].class)
                                .single());
        ledger.edit(
                "update proof.leaf set act = ?, hash = ? where number = ?",
                act,
                Leaf.hash(edited, salt, act).bytes(),
                edited);
        List<Hash> hashes =
                ledger.jdbc
                        .sql("select hash from proof.leaf order by number")
                        .query((row, _) -> Hash.of(row.getBytes("hash")))
                        .list();
        Frontier log = Frontier.EMPTY;
        for (Hash hash : hashes) {
            log = log.append(hash);
        }
        ledger.edit("update proof.log set peaks = ?", (Object) log.bytes());
        return log;
    }
}
