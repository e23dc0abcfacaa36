package org.counterpart.app.command;

import org.counterpart.app.node.ExitCode;
import org.counterpart.dossier.Card;
import org.counterpart.ledger.Checkpoint;
import org.counterpart.ledger.Verification;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a verification found, in words for a person and as values for a program.
sealed interface LedgerFinding {
    ExitCode exitCode();

    String words();

    Map<String, Object> json();

    /// The export is what the node signed.
    ///
    /// @param brought contents that came in a file of their own
    record Intact(Verification.Intact found, Card card, LedgerContents.Rehashed brought)
            implements LedgerFinding {
        @Override
        public ExitCode exitCode() {
            return ExitCode.DONE;
        }

        /// What stays open, most urgent first.
        List<Enum<?>> notProven() {
            List<Enum<?>> open = new ArrayList<>(found.limits());
            open.add(LedgerRemark.LEDGER_CARD_AS_BROUGHT);
            if (found.erased() > 0) {
                open.add(LedgerRemark.LEDGER_ERASURES_UNJUDGED);
            }
            open.add(LedgerRemark.LEDGER_TRUTH_UNPROVEN);
            return open;
        }

        @Override
        public String words() {
            Checkpoint head = found.head().checkpoint();
            return """
            intact: all %d leaves are what the node signed
            node         %s of %s
            fingerprint  %s
            signed       %s, epoch %d, root %s
            leaves       %d, of them %d erased (proven to have been there, no longer readable)
            checkpoints  %d
            contents     %d re-hashed, %d erased, %d not brought
            Not proven:
            %s\
            """
                    .formatted(
                            found.leaves(),
                            card.node(),
                            card.state(),
                            card.fingerprint(),
                            head.at(),
                            head.epoch(),
                            head.root(),
                            found.leaves(),
                            found.erased(),
                            found.checkpoints(),
                            found.contents() + brought.fit(),
                            brought.erased(),
                            brought.closed(),
                            notProven().stream()
                                    .map(Intact::open)
                                    .collect(Collectors.joining("\n")));
        }

        private static String open(Enum<?> code) {
            return "- " + LedgerSentences.sentence(code) + " " + LedgerSentences.next(code);
        }

        @Override
        public Map<String, Object> json() {
            Checkpoint head = found.head().checkpoint();
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("result", "intact");
            fields.put("log", head.log());
            fields.put("fingerprint", card.fingerprint());
            fields.put("leaves", found.leaves());
            fields.put("erased", found.erased());
            fields.put("checkpoints", found.checkpoints());
            fields.put("contents", found.contents() + brought.fit());
            fields.put("contentsErased", brought.erased());
            fields.put("contentsNotBrought", brought.closed());
            fields.put("epoch", head.epoch());
            fields.put("root", head.root().hex());
            fields.put("at", head.at().toString());
            fields.put("head", new String(found.head().note(), StandardCharsets.UTF_8));
            fields.put("notProven", notProven().stream().map(Enum::name).toList());
            return fields;
        }
    }

    /// Something is not what it was taken for, and this is the first thing.
    record Broken(Enum<?> code, LedgerPlace place) implements LedgerFinding {
        @Override
        public ExitCode exitCode() {
            return ExitCode.FAILED;
        }

        @Override
        public String words() {
            return """
            broken %s
            %s
            %s
            code %s\
            """
                    .formatted(
                            place.words(),
                            LedgerSentences.sentence(code),
                            LedgerSentences.next(code),
                            code.name());
        }

        @Override
        public Map<String, Object> json() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("result", "broken");
            fields.put("code", code.name());
            fields.put("sentence", LedgerSentences.sentence(code));
            fields.put("next", LedgerSentences.next(code));
            fields.putAll(place.json());
            return fields;
        }
    }
}
