package org.counterpart.app.command;

import org.counterpart.dossier.CanonicalJson;
import org.counterpart.dossier.Fields;
import org.counterpart.dossier.Handling;
import org.counterpart.dossier.HandlingCode;
import org.counterpart.dossier.Purpose;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import tools.jackson.databind.json.JsonMapper;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The restrictions that an officer puts on what is said. Nothing is preset: who says it chooses.
final class HandlingOptions {
    /// What the help lists.
    static final class Purposes implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Typed.words(Purpose.class).iterator();
        }
    }

    private static final List<String> LABELS =
            List.of("red", "amber+strict", "amber", "green", "clear");
    private static final String COMBINED = "H0 alone, or H1, H2 and H3 together as needed";

    /// Stands for desks in the check below: their handles are known to the node alone.
    private static final List<String> SOME_DESK = List.of("a".repeat(26));

    @Option(
            names = "--handling",
            paramLabel = "CODE",
            description =
                    "handling code, may be repeated: H0 for the purposes named, H1 not in court"
                            + " without asking, H2 not passed on without asking, H3 with"
                            + " --restriction")
    private List<String> codes = new ArrayList<>();

    @Option(
            names = "--use",
            paramLabel = "PURPOSE",
            description = "what it may be used for, may be repeated: ${COMPLETION-CANDIDATES}",
            completionCandidates = Purposes.class)
    private List<String> uses = new ArrayList<>();

    @Option(
            names = "--restriction",
            paramLabel = "TEXT",
            description = "the restriction of H3 in words")
    private @Nullable String restriction;

    @Option(names = "--no-arrest", description = "under H3: no arrest on this alone")
    private boolean noArrest;

    @Option(names = "--contact-first", description = "under H3: speak to us before any action")
    private boolean contactFirst;

    @Option(
            names = "--only",
            paramLabel = "DESK",
            description = "under H3: only this desk may read, may be repeated")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--tlp",
            paramLabel = "LABEL",
            description = "TLP 2.0: red, amber+strict, amber, green or clear")
    private @Nullable String tlp;

    @Option(
            names = "--expires",
            paramLabel = "DATE",
            description = "not to be used from this day on, such as 2027-01-31 (UTC)")
    private @Nullable LocalDate expires;

    /// As it goes over the wire, after the rules that need no node: a contradiction is told before anything is sent.
    Map<String, Object> json() {
        Map<String, Object> handling = new LinkedHashMap<>();
        handling.put("codes", codes.stream().map(HandlingOptions::handlingCode).toList());
        handling.put("use", uses.stream().map(HandlingOptions::purpose).toList());
        conditions(handling);
        if (tlp != null) {
            handling.put("tlp", "TLP:" + label(tlp).toUpperCase(Locale.ROOT));
        }
        if (expires != null) {
            handling.put(
                    "expires", expires.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        }
        check(handling);
        return handling;
    }

    private static String handlingCode(String typed) {
        return Typed.code("--handling", HandlingCode.class, typed).name();
    }

    private static String purpose(String typed) {
        return Typed.code("--use", Purpose.class, typed).name();
    }

    /// A condition without words is handed on too: it must be refused, and never be dropped.
    private void conditions(Map<String, Object> handling) {
        if (restriction != null || noArrest || contactFirst) {
            handling.put("restrictions", restriction == null ? "" : restriction);
            handling.put("noArrestOnThisAlone", noArrest);
            handling.put("contactBeforeAction", contactFirst);
        }
        if (!only.isEmpty()) {
            handling.put("recipients", only);
        }
    }

    private static String label(String typed) {
        return Typed.word("--tlp", LABELS, typed.strip().replaceFirst("(?i)^TLP:", ""));
    }

    private void check(Map<String, Object> handling) {
        checkCodes();
        checkTlp();
        if (uses.isEmpty()) {
            throw new Misused(
                    "--use PURPOSE is missing; allowed is "
                            + Typed.oneOf(Typed.words(Purpose.class))
                            + ", or several of them.");
        }
        Map<String, Object> checked = new LinkedHashMap<>(handling);
        if (!only.isEmpty()) {
            checked.put("recipients", SOME_DESK);
        }
        byte[] bytes = JsonMapper.shared().writeValueAsBytes(checked);
        Typed.meant(() -> Handling.read(Fields.of(CanonicalJson.readLoosely(bytes))));
    }

    /// What the library of dossiers refuses too, in the words of the command line.
    private void checkCodes() {
        if (codes.isEmpty()) {
            throw new Misused("--handling CODE is missing; allowed is " + COMBINED + ".");
        }
        if (has(HandlingCode.H0) && codes.stream().map(Typed::code).distinct().count() > 1) {
            throw Misused.value("--handling", Typed.allOf(codes), COMBINED);
        }
        boolean worded = restriction != null && !restriction.isBlank();
        if (has(HandlingCode.H3) && !worded) {
            throw new Misused("--restriction TEXT is missing; --handling H3 needs it in words.");
        }
        Optional<String> condition = condition();
        if (!has(HandlingCode.H3) && condition.isPresent()) {
            throw new Misused(
                    condition.get() + " is given without --handling H3; allowed is with it.");
        }
    }

    private Optional<String> condition() {
        if (restriction != null) {
            return Optional.of("--restriction");
        }
        if (noArrest) {
            return Optional.of("--no-arrest");
        }
        if (contactFirst) {
            return Optional.of("--contact-first");
        }
        return only.isEmpty() ? Optional.empty() : Optional.of("--only");
    }

    private boolean has(HandlingCode code) {
        return codes.stream().anyMatch(typed -> Typed.code(typed).equals(code.name()));
    }

    private void checkTlp() {
        if (tlp == null) {
            return;
        }
        if (!only.isEmpty() && !label(tlp).equals("red")) {
            throw Misused.value("--tlp", tlp, "red with --only");
        }
        if (has(HandlingCode.H2) && !List.of("red", "amber+strict").contains(label(tlp))) {
            throw Misused.value("--tlp", tlp, "red or amber+strict with --handling H2");
        }
    }
}
