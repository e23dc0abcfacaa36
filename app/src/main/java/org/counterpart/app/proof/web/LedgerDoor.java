package org.counterpart.app.proof.web;

import jakarta.servlet.http.HttpServletResponse;

import org.counterpart.app.proof.ExportingLedger;
import org.counterpart.app.proof.LedgerCopy;
import org.counterpart.app.proof.LedgerReader;
import org.counterpart.app.proof.ShowingHead;
import org.counterpart.ledger.Checkpoint;
import org.counterpart.ledger.SignedCheckpoint;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// Hands out the ledger and its head.
@RestController
class LedgerDoor {
    private final ExportingLedger exporting;
    private final ShowingHead showing;

    LedgerDoor(ExportingLedger exporting, ShowingHead showing) {
        this.exporting = exporting;
        this.showing = showing;
    }

    /// One file, sent while it is read. A copy that breaks off lacks its last line, and the verifier says so.
    @GetMapping("/ledger/export")
    void export(LedgerReader reader, HttpServletResponse response) throws IOException {
        LedgerCopy copy = exporting.begin(reader.actor());
        response.setContentType("text/plain;charset=US-ASCII");
        response.setHeader("Content-Disposition", "attachment; filename=\"ledger.txt\"");
        OutputStream out = new BufferedOutputStream(response.getOutputStream());
        copy.writeTo(out);
        out.flush();
    }

    @GetMapping("/ledger/head")
    Head head(LedgerReader reader) {
        return Head.of(showing.now());
    }

    /// The head in JSON; the note alone is what a verifier keeps.
    record Head(
            String log, long epoch, long size, String root, Instant at, String key, String note) {
        static Head of(SignedCheckpoint signed) {
            Checkpoint checkpoint = signed.checkpoint();
            return new Head(
                    checkpoint.log(),
                    checkpoint.epoch(),
                    checkpoint.size(),
                    checkpoint.root().hex(),
                    checkpoint.at(),
                    signed.key().toString(),
                    new String(signed.note(), StandardCharsets.UTF_8));
        }
    }
}
