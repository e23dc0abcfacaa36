package org.counterpart.app.command;

import org.counterpart.dossier.CanonicalJson;
import org.counterpart.dossier.Ciphertext;
import org.counterpart.dossier.Fields;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.Malformed;
import org.counterpart.dossier.Opening;
import org.counterpart.dossier.PublishedCryptography;
import org.counterpart.dossier.Secret;
import org.counterpart.dossier.SignedEnvelope;
import org.counterpart.ledger.Act;
import org.counterpart.ledger.LedgerRefusal;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The contents of a dossier, held against a ledger that was verified before.
///
/// A leaf names an entry by its id, which is the hash of the envelope; the envelope holds the commitment, which is the
/// hash of salt and content. So the content of the file is the one that the leaf is about, or the hashes differ.
final class LedgerContents {
    private static final int MOST = 1_000_000;
    private static final int KEY = 32;
    private static final Set<String> TAKEN = Set.of("entry-made", "entry-received", "content-kept");

    private final Path contents;
    private final Map<String, Long> leaves = new HashMap<>();
    private final Set<String> erasures = new HashSet<>();
    private final Opening.Opener opener = new Opening.Opener(new PublishedCryptography());

    LedgerContents(Path contents) {
        this.contents = contents;
    }

    /// What was found of the contents.
    ///
    /// @param erased of which the ledger says that they were erased
    /// @param closed which the file does not bring: they stayed where they are
    record Rehashed(long fit, long erased, long closed) {
        static final Rehashed NONE = new Rehashed(0, 0, 0);
    }

    /// What fits, or the first that does not.
    sealed interface Finding {
        record Fits(Rehashed rehashed) implements Finding {}

        record Broken(LedgerRefusal code, LedgerPlace place) implements Finding {}
    }

    /// @param export one that was found intact
    Finding against(Path export) {
        readLeaves(export);
        try {
            Fields file =
                    Fields.of(CanonicalJson.readLoosely(new LedgerFile(contents).read("contents")));
            file.code("dossier");
            List<Json> entries = file.list("entries", MOST, entry -> entry);
            file.end();
            return all(entries);
        } catch (Malformed _) {
            throw LedgerKind.CONTENTS.notThis(contents);
        }
    }

    private Finding all(List<Json> entries) {
        long fit = 0;
        long erased = 0;
        for (Json entry : entries) {
            Fields fields = Fields.of(entry);
            SignedEnvelope signed = SignedEnvelope.read(fields.members("entry"));
            Long leaf = leaves.get(signed.id().hex());
            if (leaf == null) {
                return new Finding.Broken(
                        LedgerRefusal.LEDGER_CONTENT_UNEXPECTED, LedgerPlace.inContents());
            }
            String state = fields.code("state");
            if (state.equals("ERASED") && erasures.contains(signed.id().hex())) {
                erased++;
            } else if (state.equals("HELD")) {
                if (!fits(fields, signed)) {
                    return new Finding.Broken(
                            LedgerRefusal.LEDGER_CONTENT_EDITED, LedgerPlace.ofContent(leaf));
                }
                fit++;
            }
        }
        return new Finding.Fits(new Rehashed(fit, erased, entries.size() - fit - erased));
    }

    private boolean fits(Fields fields, SignedEnvelope signed) {
        var sealed = new Ciphertext(fields.bytes("sealed"));
        Secret key = Secret.of(fields.bytes("key", KEY));
        return opener.unseal(sealed, key, signed) instanceof Opening.Opened;
    }

    private void readLeaves(Path export) {
        try (BufferedReader lines = Files.newBufferedReader(export, StandardCharsets.US_ASCII)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("held ")) {
                    leaf(line.split(" ", 5));
                }
            }
        } catch (IOException _) {
            throw new Misused(
                    "The export " + export + " cannot be read.", "Give the path of the file");
        }
    }

    /// `held <number> <hash> <salt> <act>`.
    private void leaf(String[] words) {
        Optional<Act> act = Act.parse(words[4]);
        Optional<String> subject = act.flatMap(Act::subject).map(code -> code.value());
        if (act.isEmpty() || subject.isEmpty()) {
            return;
        }
        String kind = act.get().kind().value();
        if (TAKEN.contains(kind)) {
            leaves.putIfAbsent(subject.get(), Long.valueOf(words[1]));
        } else if (kind.equals("erased")) {
            erasures.add(subject.get());
        }
    }
}
