package org.counterpart.app.command;

import org.counterpart.app.proof.LogName;
import org.counterpart.dossier.CanonicalJson;
import org.counterpart.dossier.Card;
import org.counterpart.dossier.Malformed;
import org.counterpart.dossier.PublishedCryptography;
import org.counterpart.dossier.SignedCard;
import org.counterpart.ledger.LedgerRefusal;
import org.counterpart.ledger.LedgerVerifier;
import org.counterpart.ledger.LogKey;
import org.counterpart.ledger.SignedCheckpoint;
import org.counterpart.ledger.SignedCheckpoint.Opening;
import org.counterpart.ledger.Verification;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/// Verifies an export without a node: only the file, the node's card, and if there is one the head kept from before.
@Command(
        name = "verify",
        description = "Says whether an export is what the node signed, and if not, from where on.",
        footer = {
            "",
            "Needs no node and no network. The card must come from a source of your own, not with"
                    + " the export.",
            "Ends with 0 intact, 1 broken, 2 a file is missing or is not what it should be."
        })
final class LedgerVerifyVerb implements Callable<Integer> {
    /// What the first line shows when the file is no export, or that of another node.
    private static final Set<LedgerRefusal> OTHER_FILES =
            Set.of(LedgerRefusal.LEDGER_HEADER_MALFORMED, LedgerRefusal.LEDGER_EXPORT_FOREIGN);

    private final Screen screen;

    @Parameters(
            index = "0",
            paramLabel = "EXPORT",
            description = "the file that ledger export wrote")
    private Path export = Path.of("");

    @Option(
            names = "--card",
            paramLabel = "CARD",
            required = true,
            description = "the node's signed card")
    private Path card = Path.of("");

    @Option(
            names = "--head",
            paramLabel = "FILE",
            description = "the head kept from before; shows a tail that was cut")
    private @Nullable Path head;

    @Option(
            names = "--contents",
            paramLabel = "FILE",
            description = "the contents of a dossier, to be hashed again beside the ledger")
    private @Nullable Path contents;

    @Option(
            names = "--save-head",
            paramLabel = "FILE",
            description = "when intact, keep the head for the next time")
    private @Nullable Path saved;

    LedgerVerifyVerb(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        LedgerFinding finding = finding();
        String advice =
                finding instanceof LedgerFinding.Intact intact ? keep(intact.found().head()) : "";
        screen.show(finding.words() + advice, finding::json);
        return finding.exitCode().number();
    }

    private LedgerFinding finding() {
        SignedCard signed = card();
        Optional<LogKey> trusted = trusted(signed);
        if (trusted.isEmpty()) {
            throw new WrongFile(LedgerRemark.LEDGER_CARD_NOT_GENUINE);
        }
        LogKey key = trusted.get();
        Path known = head;
        if (known == null) {
            return verified(signed.card(), export -> new LedgerVerifier(key).verify(export));
        }
        return switch (key.open(new LedgerFile(known).read("saved head"))) {
            case Opening.Opened(SignedCheckpoint opened) ->
                    verified(
                            signed.card(),
                            export -> new LedgerVerifier(key).verify(export, opened));
            case Opening.Refused(LedgerRefusal reason)
                    when reason == LedgerRefusal.LEDGER_NOTE_MALFORMED ->
                    throw LedgerKind.HEAD.notThis(known);
            case Opening.Refused(LedgerRefusal reason)
                    when reason == LedgerRefusal.LEDGER_KEY_UNKNOWN ->
                    throw new WrongFile(LedgerRefusal.LEDGER_HEAD_FOREIGN);
            case Opening.Refused(LedgerRefusal reason) ->
                    new LedgerFinding.Broken(reason, LedgerPlace.inHead());
        };
    }

    private SignedCard card() {
        try {
            return SignedCard.read(CanonicalJson.readLoosely(new LedgerFile(card).read("card")));
        } catch (Malformed _) {
            throw areSwapped() ? swapped() : LedgerKind.CARD.notThis(card);
        }
    }

    private boolean areSwapped() {
        return LedgerKind.of(card).filter(LedgerKind.EXPORT::equals).isPresent()
                && LedgerKind.of(export).filter(LedgerKind.CARD::equals).isPresent();
    }

    private Misused swapped() {
        return new Misused(
                "The card and the export are swapped: "
                        + card
                        + " is the export, "
                        + export
                        + " the card.",
                "Give them the other way round: "
                        + Copyable.of(
                                "ledger", "verify", card.toString(), "--card", export.toString()));
    }

    /// The name of the log follows from the key, so no other log of the same key can be passed off as this one.
    private static Optional<LogKey> trusted(SignedCard signed) {
        return signed.isGenuine(new PublishedCryptography())
                ? LogKey.admit(
                        new LogName(signed.card().node()).toString(),
                        signed.card().signingKeyBytes())
                : Optional.empty();
    }

    private LedgerFinding verified(Card trusted, Verifying verifying) {
        try (InputStream in = Files.newInputStream(export)) {
            return switch (verifying.verify(in)) {
                case Verification.Intact intact -> withContents(intact, trusted);
                case Verification.Broken(LedgerRefusal code, _, _)
                        when OTHER_FILES.contains(code) ->
                        throw code == LedgerRefusal.LEDGER_HEADER_MALFORMED
                                ? new WrongFile(code, LedgerKind.EXPORT.isNotThis(export))
                                : new WrongFile(code);
                case Verification.Broken(LedgerRefusal code, Verification.Place place, long line) ->
                        new LedgerFinding.Broken(code, LedgerPlace.inExport(place, line));
            };
        } catch (IOException _) {
            throw new Misused(
                    "The export " + export + " cannot be read.", "Give the path of the file");
        }
    }

    private LedgerFinding withContents(Verification.Intact intact, Card trusted) {
        Path brought = contents;
        if (brought == null) {
            return new LedgerFinding.Intact(intact, trusted, LedgerContents.Rehashed.NONE);
        }
        return switch (new LedgerContents(brought).against(export)) {
            case LedgerContents.Finding.Fits(var rehashed) ->
                    new LedgerFinding.Intact(intact, trusted, rehashed);
            case LedgerContents.Finding.Broken(var code, var place) ->
                    new LedgerFinding.Broken(code, place);
        };
    }

    private String keep(SignedCheckpoint found) {
        Path target = saved;
        if (target == null) {
            return "\n"
                    + "To see the next time whether leaves were cut off, keep the head:"
                    + " --save-head FILE";
        }
        new LedgerFile(target).write(out -> out.write(found.note()));
        return "\nThe head is kept in " + target + "; the next time: --head " + target;
    }

    private interface Verifying {
        Verification verify(InputStream export) throws IOException;
    }
}
