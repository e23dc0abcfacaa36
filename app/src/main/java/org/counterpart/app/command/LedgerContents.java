package org.counterpart.app.command;

import org.counterpart.dossier.CanonicalJson;
import org.counterpart.dossier.Ciphertext;
import org.counterpart.dossier.EntryId;
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
import java.util.Arrays;
import java.util.EnumMap;
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
    private static final int MOST_GROUNDS = 100;
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

        record Broken(Enum<?> code, LedgerPlace place) implements Finding {}
    }

    private static final Finding UNKNOWN =
            new Finding.Broken(LedgerRemark.LEDGER_CONTENT_UNKNOWN, LedgerPlace.inContents());

    /// How an entry stands in the file.
    private enum State {
        HELD,
        ERASED,
        KEPT_BACK,
        CLOSED;

        static Optional<State> of(String code) {
            return Arrays.stream(values()).filter(state -> state.name().equals(code)).findFirst();
        }
    }

    /// @param export one that was found intact
    Finding against(Path export) {
        readLeaves(export);
        try {
            Fields file =
                    Fields.of(CanonicalJson.readLoosely(new LedgerFile(contents).read("contents")));
            String dossier = file.code("dossier");
            List<Json> entries = file.list("entries", MOST, entry -> entry);
            return holdsMore(file) ? UNKNOWN : all(dossier, entries);
        } catch (Malformed _) {
            throw LedgerKind.CONTENTS.notThis(contents);
        }
    }

    private Finding all(String dossier, List<Json> entries) {
        var states = new EnumMap<State, Long>(State.class);
        Set<EntryId> seen = new HashSet<>();
        for (Json entry : entries) {
            Fields fields = Fields.of(entry);
            SignedEnvelope signed = SignedEnvelope.read(fields.members("entry"));
            Optional<State> state = State.of(fields.code("state"));
            Long leaf = leaves.get(signed.id().hex());
            if (leaf == null) {
                return new Finding.Broken(
                        LedgerRefusal.LEDGER_CONTENT_UNEXPECTED, LedgerPlace.inContents());
            }
            if (!signed.dossier().text().equals(dossier)) {
                return new Finding.Broken(
                        LedgerRemark.LEDGER_CONTENT_OF_ANOTHER_DOSSIER,
                        LedgerPlace.ofContent(leaf));
            }
            if (!seen.add(signed.id())) {
                return new Finding.Broken(
                        LedgerRemark.LEDGER_CONTENT_TWICE, LedgerPlace.ofContent(leaf));
            }
            if (state.filter(State.HELD::equals).isPresent() && !fits(fields, signed)) {
                return new Finding.Broken(
                        LedgerRefusal.LEDGER_CONTENT_EDITED, LedgerPlace.ofContent(leaf));
            }
            if (state.filter(State.KEPT_BACK::equals).isPresent()) {
                fields.texts("grounds", MOST_GROUNDS, ground -> ground);
            }
            if (state.isEmpty() || holdsMore(fields)) {
                return UNKNOWN;
            }
            states.merge(counted(state.get(), signed), 1L, Long::sum);
        }
        return fits(states, entries.size());
    }

    private static Finding fits(Map<State, Long> states, long all) {
        long fit = states.getOrDefault(State.HELD, 0L);
        long erased = states.getOrDefault(State.ERASED, 0L);
        return new Finding.Fits(new Rehashed(fit, erased, all - fit - erased));
    }

    /// What the ledger does not say to be erased merely was not brought.
    private State counted(State told, SignedEnvelope signed) {
        return told == State.ERASED && !erasures.contains(signed.id().hex()) ? State.CLOSED : told;
    }

    /// What this version does not know was not looked at, so it must not stand in what is told to be intact.
    private static boolean holdsMore(Fields fields) {
        try {
            fields.end();
            return false;
        } catch (Malformed _) {
            return true;
        }
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
