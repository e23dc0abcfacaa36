package org.counterpart.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.counterpart.ledger.LedgerRefusal.*;
import static org.counterpart.ledger.SampleLog.KEY;
import static org.counterpart.ledger.SampleLog.SIGNER;
import static org.counterpart.ledger.SampleLog.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.counterpart.ledger.Verification.Broken;
import org.counterpart.ledger.Verification.Intact;
import org.counterpart.ledger.Verification.Limit;
import org.counterpart.ledger.Verification.Place;
import org.counterpart.ledger.Verification.Place.AtLeaf;
import org.counterpart.ledger.Verification.Place.Between;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/// Every attack is done to an honest export of 40 leaves, with checkpoints at 10, 20, 30 and 40.
class LedgerVerifierTest {
    private static final SampleLog LOG = new SampleLog(40, 1);

    private final List<String> lines = LOG.lines();

    @Test
    void findsAnHonestExportIntactAndSaysThatItsTailIsUnproven() {
        Intact intact = (Intact) verify(lines);
        assertThat(intact.leaves()).isEqualTo(40);
        assertThat(intact.erased()).isEqualTo(4);
        assertThat(intact.contents()).isEqualTo(4);
        assertThat(intact.checkpoints()).isEqualTo(4);
        assertThat(intact.head().checkpoint()).isEqualTo(LOG.head(40).checkpoint());
        assertThat(intact.limits()).containsExactly(Limit.LEDGER_TAIL_UNPROVEN);
    }

    @Test
    void findsAnEmptyLogIntact() {
        List<String> empty = new ArrayList<>(List.of(lines.getFirst(), "end 0"));
        assertBroken(verify(empty), LEDGER_LEAVES_UNSIGNED, new Between(0, 0));
        empty.add(1, checkpointLine(LOG.head(0)));
        assertThat(verify(empty)).isInstanceOf(Intact.class);
    }

    // Edited.

    @Test
    void namesTheLeafWhoseActWasEdited() {
        edit("held 17 ", line -> line.replace("\"e17\"", "\"e71\""));
        assertBroken(verify(lines), LEDGER_LEAF_EDITED, new AtLeaf(17));
    }

    @Test
    void namesTheLeafWhoseHashOrSaltWasEdited() {
        edit("held 17 ", line -> flip(line, "held 17 ".length()));
        assertBroken(verify(lines), LEDGER_LEAF_EDITED, new AtLeaf(17));
        edit("held 12 ", line -> flip(line, "held 12 ".length() + 65));
        assertBroken(verify(lines), LEDGER_LEAF_EDITED, new AtLeaf(12));
    }

    @Test
    void namesTheFirstOfSeveralEditedLeaves() {
        edit("held 31 ", line -> line + "x");
        edit("held 22 ", line -> line + "x");
        assertBroken(verify(lines), LEDGER_LEAF_EDITED, new AtLeaf(22));
    }

    @Test
    void namesTheLeavesBetweenTwoCheckpointsWhenTheHashWasRepaired() {
        Leaf.Held leaf = LOG.held(17);
        edit("held 17 ", line -> rehashed(17, leaf.salt(), leaf.act().replace("e17", "e71")));
        assertBroken(verify(lines), LEDGER_TREE_REWRITTEN, new Between(10, 20));
    }

    @Test
    void namesTheLeavesBetweenTwoCheckpointsWhenAnErasedLeafHasAnotherHash() {
        edit("erased 13 ", line -> flip(line, line.length() - 1));
        assertBroken(verify(lines), LEDGER_TREE_REWRITTEN, new Between(10, 20));
    }

    @Test
    void namesTheLeafWhoseTextIsNoActThoughTheNodeHashedIt() {
        edit("held 17 ", line -> rehashed(17, LOG.held(17).salt(), "free text"));
        assertBroken(verify(lines), LEDGER_ACT_MALFORMED, new AtLeaf(17));
    }

    @Test
    void namesTheLeafWhoseContentWasEdited() {
        byte[] other = "content of leaf 16".getBytes(UTF_8);
        edit("content ", line -> line.substring(0, 73) + Base64.getEncoder().encodeToString(other));
        assertBroken(verify(lines), LEDGER_CONTENT_EDITED, new AtLeaf(5));
    }

    @Test
    void refusesContentThatNoLeafCovers() {
        String content = lines.get(indexOf("content "));
        lines.add(indexOf("held 17 "), content);
        assertBroken(verify(lines), LEDGER_CONTENT_UNEXPECTED, new AtLeaf(17));
    }

    // Erased.

    @Test
    void takesAnErasedLeafAsAStateAndCountsIt() {
        edit("held 17 ", _ -> "erased 17 " + LOG.held(17).hash());
        assertThat(((Intact) verify(lines)).erased()).isEqualTo(5);
    }

    @Test
    void takesContentThatIsNotHeldAsAState() {
        lines.remove(indexOf("content "));
        assertThat(((Intact) verify(lines)).contents()).isEqualTo(3);
    }

    // Deleted, inserted, reordered.

    @Test
    void namesADeletedLeaf() {
        lines.remove(indexOf("held 17 "));
        assertBroken(verify(lines), LEDGER_LEAF_MISSING, new AtLeaf(17));
    }

    @Test
    void namesADeletedLeafRightBeforeACheckpoint() {
        lines.remove(indexOf("held 19 "));
        assertBroken(verify(lines), LEDGER_LEAF_MISSING, new AtLeaf(19));
    }

    @Test
    void namesTheFirstLeafThatNoLongerFitsWhenLeavesWereRenumberedAfterADeletion() {
        lines.remove(indexOf("held 17 "));
        for (int number = 18; number < 40; number++) {
            int from = number;
            String kind = number % 10 == 3 ? "erased " : "held ";
            edit(kind + number + " ", l -> l.replace(kind + from + " ", kind + (from - 1) + " "));
        }
        assertBroken(verify(lines), LEDGER_LEAF_EDITED, new AtLeaf(17));
    }

    @Test
    void namesAnInsertedLeaf() {
        lines.add(indexOf("held 17 "), rehashed(17, LOG.held(18).salt(), LOG.held(18).act()));
        assertBroken(verify(lines), LEDGER_LEAF_REPEATED, new AtLeaf(17));
    }

    @Test
    void namesAnInsertedLeafRightBeforeACheckpoint() {
        lines.add(indexOf("held 19 ") + 1, rehashed(20, LOG.held(18).salt(), LOG.held(18).act()));
        assertBroken(verify(lines), LEDGER_LEAF_REPEATED, new AtLeaf(20));
    }

    @Test
    void namesAnInsertedLeafBeforeTheLastCheckpoint() {
        lines.add(indexOf("held 39 ") + 1, rehashed(40, LOG.held(18).salt(), LOG.held(18).act()));
        assertBroken(verify(lines), LEDGER_CHECKPOINT_MISPLACED, new Between(40, 41));
    }

    @Test
    void namesADoubledLeaf() {
        lines.add(indexOf("held 17 "), lines.get(indexOf("held 17 ")));
        assertBroken(verify(lines), LEDGER_LEAF_REPEATED, new AtLeaf(17));
    }

    @Test
    void namesALeafOutOfOrder() {
        Collections.swap(lines, indexOf("held 17 "), indexOf("held 18 "));
        assertBroken(verify(lines), LEDGER_LEAF_OUT_OF_ORDER, new AtLeaf(17));
    }

    @Test
    void namesTheLeavesBetweenTwoCheckpointsWhenTwoErasedLeavesChangePlaces() {
        String thirteen = lines.get(indexOf("erased 13 ")).substring("erased 13 ".length());
        String twentyThree = lines.get(indexOf("erased 23 ")).substring("erased 23 ".length());
        edit("erased 13 ", _ -> "erased 13 " + twentyThree);
        edit("erased 23 ", _ -> "erased 23 " + thirteen);
        assertBroken(verify(lines), LEDGER_TREE_REWRITTEN, new Between(10, 20));
    }

    @Test
    void saysAtWhichLineItNoticed() {
        edit("held 2 ", line -> line + "x");
        assertThat(((Broken) verify(lines)).line()).isEqualTo(4);
    }

    // Signed by others, forged, contradictory.

    @Test
    void refusesATreeThatAnotherKeySigned() {
        List<String> resigned = LOG.lines(SampleLog.signer(SampleLog.NAME, 2), 40, 40);
        assertBroken(verify(resigned), LEDGER_KEY_UNKNOWN, new Between(0, 10));
    }

    @Test
    void refusesAForgedCheckpoint() {
        String note = new String(LOG.head(20).note(), UTF_8);
        String forged = note.replace("\n20\n", "\n21\n");
        edit(checkpointLine(LOG.head(20)), _ -> checkpointLine(forged.getBytes(UTF_8)));
        assertBroken(verify(lines), LEDGER_SIGNATURE_WRONG, new Between(10, 20));
    }

    @Test
    void refusesANoteThatIsNone() {
        edit(checkpointLine(LOG.head(20)), _ -> checkpointLine("garbage".getBytes(UTF_8)));
        assertBroken(verify(lines), LEDGER_NOTE_MALFORMED, new Between(10, 20));
    }

    @Test
    void namesTheLeavesWhenTheNodeItselfSignedTwoHistories() {
        SignedCheckpoint other = LOG.forkedAt(27).head(30);
        edit(checkpointLine(LOG.head(30)), _ -> checkpointLine(other));
        assertBroken(verify(lines), LEDGER_TREE_REWRITTEN, new Between(20, 30));
    }

    @Test
    void refusesCheckpointsThatGoBack() {
        int at = indexOf("held 25 ");
        lines.add(at, checkpointLine(LOG.head(20)));
        assertBroken(verify(lines), LEDGER_CHECKPOINT_GOES_BACK, new Between(20, 25));
        lines.set(at, checkpointLine(SIGNER.sign(LOG.frontier(25), 0, SampleLog.at(3))));
        assertBroken(verify(lines), LEDGER_CHECKPOINT_GOES_BACK, new Between(20, 25));
    }

    @Test
    void refusesCheckpointsInAnotherPlace() {
        String early = lines.remove(indexOf(checkpointLine(LOG.head(20))));
        lines.add(indexOf("held 18 "), early);
        assertBroken(verify(lines), LEDGER_CHECKPOINT_MISPLACED, new Between(18, 20));
        lines.remove(early);
        lines.add(indexOf("held 22 "), early);
        assertBroken(verify(lines), LEDGER_CHECKPOINT_MISPLACED, new Between(20, 22));
    }

    @Test
    void refusesCheckpointsThatChangedPlaces() {
        Collections.swap(
                lines,
                indexOf(checkpointLine(LOG.head(20))),
                indexOf(checkpointLine(LOG.head(30))));
        assertBroken(verify(lines), LEDGER_CHECKPOINT_MISPLACED, new Between(20, 30));
    }

    @Test
    void widensTheNamedLeavesWhenACheckpointWasLeftOut() {
        lines.remove(indexOf(checkpointLine(LOG.head(20))));
        assertThat(((Intact) verify(lines)).checkpoints()).isEqualTo(3);
        edit("erased 13 ", line -> flip(line, line.length() - 1));
        assertBroken(verify(lines), LEDGER_TREE_REWRITTEN, new Between(10, 30));
    }

    @Test
    void refusesLeavesAfterTheLastCheckpoint() {
        lines.remove(indexOf(checkpointLine(LOG.head(40))));
        assertBroken(verify(lines), LEDGER_LEAVES_UNSIGNED, new Between(30, 40));
    }

    // The tail and the saved head.

    @Test
    void cannotSeeACutTailWithoutASavedHeadAndSaysSo() {
        Intact intact = (Intact) verify(LOG.lines(SIGNER, 30, 40));
        assertThat(intact.leaves()).isEqualTo(30);
        assertThat(intact.limits()).contains(Limit.LEDGER_TAIL_UNPROVEN);
    }

    @Test
    void namesTheLeavesOfACutTailGivenASavedHead() {
        assertBroken(
                verify(LOG.lines(SIGNER, 30, 40), LOG.head(37)),
                LEDGER_TAIL_CUT,
                new Between(30, 37));
    }

    @Test
    void continuesEverySavedHeadOfTheSameHistory() {
        for (int size = 0; size <= 40; size++) {
            Intact intact = (Intact) verify(lines, LOG.head(size));
            assertThat(intact.limits()).containsExactly(Limit.LEDGER_TAIL_PROVEN_TO_HEAD);
        }
    }

    @Test
    void findsTheHistoryThatContradictsTheSavedHead() {
        SampleLog forked = LOG.forkedAt(17);
        for (int size = 18; size <= 40; size++) {
            assertBroken(
                    verify(lines, forked.head(size)),
                    LEDGER_HEAD_CONTRADICTED,
                    new Between(0, size));
        }
        assertThat(verify(lines, forked.head(17))).isInstanceOf(Intact.class);
    }

    @Test
    void namesTheLeavesLostInARestore() {
        SampleLog restored = LOG.forkedAt(22);
        List<String> export = restored.lines(SIGNER, 40, 22);
        assertThat(((Intact) verify(export)).limits())
                .containsExactlyInAnyOrder(Limit.LEDGER_TAIL_UNPROVEN, Limit.LEDGER_EPOCH_CHANGED);
        assertBroken(verify(export, LOG.head(35)), LEDGER_LOST_IN_RESTORE, new Between(20, 35));
        assertBroken(
                verify(restored.lines(SIGNER, 30, 22), LOG.head(35)),
                LEDGER_LOST_IN_RESTORE,
                new Between(20, 35));
        assertThat(verify(export, LOG.head(22))).isInstanceOf(Intact.class);
        assertThat(verify(export, restored.head(SIGNER, 35, 1))).isInstanceOf(Intact.class);
    }

    @Test
    void refusesASavedHeadOfAnotherKey() {
        SignedCheckpoint foreign = LOG.head(SampleLog.signer(SampleLog.NAME, 2), 20, 0);
        assertBroken(verify(lines, foreign), LEDGER_HEAD_FOREIGN, new Between(0, 0));
    }

    // The file.

    @Test
    void refusesAFileThatIsNoExport() {
        for (String garbage : List.of("", "\n", "\0\0\0", "PK\3\4", "{}\n", "counterpart\n")) {
            assertThat(((Broken) verify(garbage)).code()).isEqualTo(LEDGER_HEADER_MALFORMED);
        }
        edit("counterpart-ledger", line -> line.replace(" 1 ", " 2 "));
        assertBroken(verify(lines), LEDGER_HEADER_MALFORMED, new AtLeaf(0));
    }

    @Test
    void refusesTheExportOfAnotherLog() {
        edit("counterpart-ledger", line -> line.replace("6f2a", "7777"));
        assertBroken(verify(lines), LEDGER_EXPORT_FOREIGN, new AtLeaf(0));
    }

    @Test
    void refusesLinesThatAreNotOfTheFormat() {
        for (String line :
                List.of(
                        "",
                        " ",
                        "comment",
                        "held",
                        "held 17",
                        "Held 17 x",
                        lines.getFirst(),
                        lines.get(indexOf("held 17 ")) + "\r",
                        lines.get(indexOf("held 17 ")).replace("held 17", "held 017"),
                        lines.get(indexOf("held 17 ")).replace("held 17", "held -1"),
                        lines.get(indexOf("held 17 ")).replace("held 17", "held 1e1"),
                        lines.get(indexOf("held 17 ")).replace("held 17", "held  17"),
                        lines.get(indexOf("erased 13 ")) + " ",
                        lines.get(indexOf("erased 13 ")) + "00",
                        "erased 17 " + "A".repeat(64),
                        "content 00 AAAA",
                        "checkpoint A")) {
            List<String> changed = LOG.lines();
            changed.set(indexOf("held 17 "), line);
            assertThat(((Broken) verify(changed)).code())
                    .as(line)
                    .isIn(LEDGER_LINE_MALFORMED, LEDGER_LEAF_EDITED);
            assertThat(((Broken) verify(changed)).place()).as(line).isEqualTo(new AtLeaf(17));
        }
    }

    @Test
    void refusesALineThatIsTooLong() {
        edit("held 17 ", line -> line + "x".repeat(2_000_000));
        assertBroken(verify(lines), LEDGER_LINE_TOO_LONG, new AtLeaf(17));
    }

    @Test
    void refusesAFileThatBreaksOff() {
        String whole = String.join("\n", lines) + "\n";
        assertThat(verify(whole)).isInstanceOf(Intact.class);
        assertBroken(
                verify(whole.substring(0, whole.length() - 1)),
                LEDGER_LINE_UNFINISHED,
                new AtLeaf(40));
        lines.removeLast();
        assertBroken(verify(lines), LEDGER_END_MISSING, new AtLeaf(40));
    }

    @Test
    void refusesAnEndThatCountsWrongOrIsNotTheEnd() {
        lines.add(lines.getLast());
        assertBroken(verify(lines), LEDGER_END_OVERRUN, new AtLeaf(40));
        lines.set(lines.size() - 2, "end 41");
        assertBroken(verify(lines), LEDGER_END_MISCOUNTED, new AtLeaf(40));
    }

    // The writer.

    @Test
    void namesTheLeafThatWasEditedInTheDatabaseToHoldWhatNoLineCanHold() throws Exception {
        Leaf.Held leaf = LOG.held(0);
        var out = new ByteArrayOutputStream();
        var export = new LedgerExport(out, KEY);
        export.leaf(new Leaf.Held(0, leaf.hash(), leaf.salt(), leaf.act() + "\nend 1\né"));
        export.checkpoint(LOG.head(1).note());
        export.end();
        assertBroken(verify(out.toByteArray()), LEDGER_LEAF_EDITED, new AtLeaf(0));
    }

    @Test
    void carriesContentOfUpToOneMebibyte() throws Exception {
        Salt salt = LOG.held(0).salt();
        byte[] content = new byte[1 << 20];
        Act act = ActTest.act().covering(salt.hash(content));
        Sequencing log = Sequencing.after(Frontier.EMPTY, List.of(new Leaf.Unnumbered(salt, act)));
        var out = new ByteArrayOutputStream();
        var export = new LedgerExport(out, KEY);
        export.leaf(log.leaves().getFirst());
        export.content(salt, content);
        export.checkpoint(SIGNER.sign(log.frontier(), 0, ActTest.NOON).note());
        export.end();
        assertThat(verify(out.toByteArray())).isInstanceOf(Intact.class);
        assertThatExceptionOfType(LedgerMisuse.OutOfRange.class)
                .isThrownBy(() -> export.content(salt, new byte[(1 << 20) + 1]));
    }

    @Test
    void readsAStreamThatComesInSmallPieces() throws Exception {
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(UTF_8);
        var trickle =
                new ByteArrayInputStream(bytes) {
                    @Override
                    public int read(byte[] into, int from, int length) {
                        return super.read(into, from, Math.min(length, 7));
                    }
                };
        assertThat(new LedgerVerifier(KEY).verify(trickle)).isInstanceOf(Intact.class);
    }

    private void edit(String start, UnaryOperator<String> change) {
        int at = indexOf(start);
        lines.set(at, change.apply(lines.get(at)));
    }

    private int indexOf(String start) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(start)) {
                return i;
            }
        }
        throw new AssertionError("no line starts with " + start);
    }

    private static String flip(String line, int at) {
        char flipped = line.charAt(at) == '0' ? '1' : '0';
        return line.substring(0, at) + flipped + line.substring(at + 1);
    }

    private static String rehashed(long number, Salt salt, String act) {
        String hex = HexFormat.of().formatHex(salt.bytes());
        return "held %d %s %s %s".formatted(number, Leaf.hash(number, salt, act), hex, act);
    }

    private static String checkpointLine(SignedCheckpoint checkpoint) {
        return checkpointLine(checkpoint.note());
    }

    private static String checkpointLine(byte[] note) {
        return "checkpoint " + Base64.getEncoder().encodeToString(note);
    }

    private static void assertBroken(Verification found, LedgerRefusal code, Place place) {
        assertThat(found)
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> {
                            assertThat(broken.code()).isEqualTo(code);
                            assertThat(broken.place()).isEqualTo(place);
                        });
    }
}
