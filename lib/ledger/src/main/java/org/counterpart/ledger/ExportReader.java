package org.counterpart.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The lines of an export, one at a time: a file of any size in one line's memory.
final class ExportReader {
    private final InputStream in;
    private final byte[] read = new byte[64 * 1024];
    private byte[] line = new byte[4 * 1024];
    private int next;
    private int end;
    private long number;

    ExportReader(InputStream in) {
        this.in = in;
    }

    /// The next line, or why there is none.
    sealed interface Reading {
        record Line(ExportLine line) implements Reading {}

        record Stop(LedgerRefusal reason) implements Reading {}
    }

    /// Number of the line read last, counted from 1.
    long number() {
        return number;
    }

    Reading next() throws IOException {
        number++;
        int length = 0;
        for (int c = read(); c != '\n'; c = read()) {
            if (c < 0) {
                return new Reading.Stop(
                        length == 0
                                ? LedgerRefusal.LEDGER_END_MISSING
                                : LedgerRefusal.LEDGER_LINE_UNFINISHED);
            }
            if (length == ExportLine.MOST_BYTES) {
                return new Reading.Stop(LedgerRefusal.LEDGER_LINE_TOO_LONG);
            }
            if (length == line.length) {
                line = Arrays.copyOf(line, 2 * length);
            }
            line[length++] = (byte) c;
        }
        return parse(length);
    }

    /// One character for each byte: the format is ASCII, and a byte that is not must not get lost.
    private Reading parse(int length) {
        return ExportLine.parse(new String(line, 0, length, StandardCharsets.ISO_8859_1))
                .<Reading>map(Reading.Line::new)
                .orElseGet(() -> new Reading.Stop(LedgerRefusal.LEDGER_LINE_MALFORMED));
    }

    private int read() throws IOException {
        if (next == end) {
            next = 0;
            end = Math.max(in.read(read), 0);
        }
        return end == 0 ? -1 : Byte.toUnsignedInt(read[next++]);
    }
}
