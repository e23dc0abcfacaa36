package org.counterpart.ledger;

import org.counterpart.ledger.ExportReader.Reading;
import org.counterpart.ledger.ExportReader.Reading.Line;
import org.counterpart.ledger.ExportReader.Reading.Stop;
import org.counterpart.ledger.SignedCheckpoint.Opening;
import org.counterpart.ledger.Verification.Broken;
import org.counterpart.ledger.Verification.Intact;
import org.counterpart.ledger.Verification.Limit;
import org.counterpart.ledger.Verification.Place;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Optional;

/// One reading of one export, from the first line to the first thing that is wrong.
///
/// What can be named depends on what was changed. A leaf whose act no longer fits its hash is named
/// itself, and so is a number that is missing, doubled or out of place. Whoever also repaired the
/// hashes cannot repair the next checkpoint, so then the leaves since the one before are named.
/// Leaves count as believed only when a checkpoint after them fits.
final class VerificationRun {
    private final LogKey key;
    private final ExportReader reader;
    private final SavedHead head;
    private final EnumSet<Limit> limits;
    private Frontier log = Frontier.EMPTY;
    private long line;
    private long erased;
    private long contents;
    private long checkpoints;
    private @Nullable SignedCheckpoint last;

    /// The hash that a content line right after the present leaf must have.
    private @Nullable Hash covered;

    VerificationRun(LogKey key, InputStream export, SavedHead head) {
        this.key = key;
        this.reader = new ExportReader(export);
        this.head = head;
        this.limits = EnumSet.of(head.limit());
    }

    Verification run() throws IOException {
        head.pass(log);
        Optional<Broken> broken = header(read());
        while (broken.isEmpty()) {
            Reading reading = read();
            if (reading instanceof Line(ExportLine.End(long size))) {
                return end(size);
            }
            broken = take(reading);
        }
        return broken.get();
    }

    private Reading read() throws IOException {
        Reading reading = reader.next();
        line = reader.number();
        return reading;
    }

    private Optional<Broken> header(Reading first) {
        if (!(first instanceof Line(ExportLine.Header(String name)))) {
            return broken(LedgerRefusal.LEDGER_HEADER_MALFORMED, 0);
        }
        return name.equals(key.name())
                ? Optional.empty()
                : broken(LedgerRefusal.LEDGER_EXPORT_FOREIGN, 0);
    }

    private Optional<Broken> take(Reading reading) throws IOException {
        return switch (reading) {
            case Line(ExportLine.LeafLine(Leaf leaf)) -> leaf(leaf);
            case Line(ExportLine.ContentLine content) -> content(content);
            case Line(ExportLine.CheckpointLine checkpoint) -> checkpoint(checkpoint.note());
            case Line(ExportLine.Header _), Line(ExportLine.End _) ->
                    broken(LedgerRefusal.LEDGER_LINE_MALFORMED, log.size());
            case Stop(LedgerRefusal reason) -> broken(reason, log.size());
        };
    }

    private Optional<Broken> leaf(Leaf leaf) throws IOException {
        if (leaf.number() > log.size()) {
            return broken(absence(log.size()), log.size());
        }
        if (leaf.number() < log.size()) {
            return broken(LedgerRefusal.LEDGER_LEAF_REPEATED, leaf.number());
        }
        covered = null;
        if (leaf instanceof Leaf.Held held) {
            Optional<Broken> broken = held(held);
            if (broken.isPresent()) {
                return broken;
            }
        } else {
            erased++;
        }
        log = log.append(leaf.hash());
        head.pass(log);
        return Optional.empty();
    }

    private Optional<Broken> held(Leaf.Held leaf) {
        if (!leaf.isGenuine()) {
            return broken(LedgerRefusal.LEDGER_LEAF_EDITED, leaf.number());
        }
        Optional<Act> act = Act.parse(leaf.act());
        covered = act.flatMap(Act::contentHash).orElse(null);
        return act.isPresent()
                ? Optional.empty()
                : broken(LedgerRefusal.LEDGER_ACT_MALFORMED, leaf.number());
    }

    private Optional<Broken> content(ExportLine.ContentLine content) {
        Hash expected = covered;
        covered = null;
        contents++;
        if (expected == null) {
            return broken(LedgerRefusal.LEDGER_CONTENT_UNEXPECTED, log.size());
        }
        return content.hash().equals(expected)
                ? Optional.empty()
                : broken(LedgerRefusal.LEDGER_CONTENT_EDITED, log.size() - 1);
    }

    private Optional<Broken> checkpoint(byte[] note) throws IOException {
        covered = null;
        return switch (key.open(note)) {
            case Opening.Refused(LedgerRefusal reason) ->
                    broken(reason, new Place.Between(signedSize(), log.size()));
            case Opening.Opened(SignedCheckpoint opened) -> checkpoint(opened);
        };
    }

    private Optional<Broken> checkpoint(SignedCheckpoint opened) throws IOException {
        Checkpoint signed = opened.checkpoint();
        long before = signedSize();
        if (last != null && !signed.follows(last.checkpoint())) {
            return broken(
                    LedgerRefusal.LEDGER_CHECKPOINT_GOES_BACK,
                    new Place.Between(before, log.size()));
        }
        if (signed.size() != log.size()) {
            return misplaced(signed.size());
        }
        if (!signed.root().equals(log.root())) {
            return broken(
                    LedgerRefusal.LEDGER_TREE_REWRITTEN, new Place.Between(before, log.size()));
        }
        Optional<SavedHead.Dissent> dissent = head.at(signed);
        if (signed.epoch() > 0) {
            limits.add(Limit.LEDGER_EPOCH_CHANGED);
        }
        last = opened;
        checkpoints++;
        return dissent.flatMap(d -> broken(d.code(), d.place()));
    }

    /// A checkpoint for more leaves than came: the next one is missing, or stands behind it. A
    /// checkpoint for fewer: a leaf was inserted before it, or the checkpoint itself was moved.
    private Optional<Broken> misplaced(long size) throws IOException {
        if (size < log.size()) {
            return absence(size) == LedgerRefusal.LEDGER_LEAF_OUT_OF_ORDER
                    ? broken(LedgerRefusal.LEDGER_LEAF_REPEATED, size)
                    : broken(
                            LedgerRefusal.LEDGER_CHECKPOINT_MISPLACED,
                            new Place.Between(size, log.size()));
        }
        return absence(log.size()) == LedgerRefusal.LEDGER_LEAF_MISSING
                ? broken(LedgerRefusal.LEDGER_LEAF_MISSING, log.size())
                : broken(
                        LedgerRefusal.LEDGER_CHECKPOINT_MISPLACED,
                        new Place.Between(log.size(), size));
    }

    private Verification end(long size) throws IOException {
        SignedCheckpoint signed = last;
        if (size != log.size()) {
            return broken(LedgerRefusal.LEDGER_END_MISCOUNTED, log.size()).get();
        }
        if (!reader.next().equals(new Stop(LedgerRefusal.LEDGER_END_MISSING))) {
            return broken(LedgerRefusal.LEDGER_END_OVERRUN, log.size()).get();
        }
        if (signed == null || signed.checkpoint().size() < log.size()) {
            var unsigned = new Place.Between(signedSize(), log.size());
            return broken(LedgerRefusal.LEDGER_LEAVES_UNSIGNED, unsigned).get();
        }
        return head.atEnd(signed.checkpoint())
                .<Verification>map(d -> new Broken(d.code(), d.place(), line))
                .orElseGet(
                        () ->
                                new Intact(
                                        log.size(), erased, contents, checkpoints, signed, limits));
    }

    /// Whether a leaf that should have come is further behind, or nowhere. Reads the file to its
    /// end, which is why it comes last.
    private LedgerRefusal absence(long number) throws IOException {
        for (Reading reading = reader.next(); !isLast(reading); reading = reader.next()) {
            if (reading instanceof Line(ExportLine.LeafLine(Leaf leaf))
                    && leaf.number() == number) {
                return LedgerRefusal.LEDGER_LEAF_OUT_OF_ORDER;
            }
        }
        return LedgerRefusal.LEDGER_LEAF_MISSING;
    }

    private static boolean isLast(Reading reading) {
        return reading instanceof Stop(LedgerRefusal reason)
                && reason != LedgerRefusal.LEDGER_LINE_MALFORMED;
    }

    private long signedSize() {
        return last == null ? 0 : last.checkpoint().size();
    }

    private Optional<Broken> broken(LedgerRefusal code, long leaf) {
        return broken(code, new Place.AtLeaf(leaf));
    }

    private Optional<Broken> broken(LedgerRefusal code, Place place) {
        return Optional.of(new Broken(code, place, line));
    }
}
