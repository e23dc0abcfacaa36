package org.counterpart.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes a log as one file that anybody can verify without us, with [LedgerVerifier].
///
/// It writes rows as they are stored and judges nothing: when somebody edited the database, the
/// file must show it. Feed it all leaves in order, each with its content where that is held, and
/// after the last leaf that it signs each checkpoint: at least one for every minute in which
/// something happened, because damage is narrowed down to the leaves between two checkpoints.
public final class LedgerExport {
    private final OutputStream out;
    private long leaves;

    /// Starts the file. The stream should be buffered and stays the caller's to close.
    public LedgerExport(OutputStream out, LogKey log) throws IOException {
        this.out = out;
        write(new ExportLine.Header(log.name()));
    }

    /// The next leaf. In an act that was edited to hold what no line can hold, that is written as
    /// `?`: the hash does not fit either way, and the verifier will name the leaf.
    public void leaf(Leaf leaf) throws IOException {
        write(
                new ExportLine.LeafLine(
                        switch (leaf) {
                            case Leaf.Held(long number, Hash hash, Salt salt, String act) ->
                                    new Leaf.Held(
                                            number, hash, salt, act.replaceAll("[^ -~]", "?"));
                            case Leaf.Erased erased -> erased;
                        }));
        leaves++;
    }

    /// The content that the leaf just written covers, with the salt it was hashed with; at most
    /// 1 MiB, more is a [LedgerMisuse.OutOfRange].
    public void content(Salt salt, byte[] content) throws IOException {
        LedgerMisuse.OutOfRange.check("a content", content.length, 0, ExportLine.MOST_CONTENT);
        write(new ExportLine.ContentLine(salt, StrictBase64.encode(content)));
    }

    /// A checkpoint over all leaves written so far, as stored: [SignedCheckpoint#note].
    public void checkpoint(byte[] note) throws IOException {
        write(new ExportLine.CheckpointLine(StrictBase64.encode(note)));
    }

    /// Ends the file and flushes the stream. The last thing before must be a checkpoint.
    public void end() throws IOException {
        write(new ExportLine.End(leaves));
        out.flush();
    }

    private void write(ExportLine line) throws IOException {
        out.write(line.text().getBytes(StandardCharsets.US_ASCII));
        out.write('\n');
    }
}
