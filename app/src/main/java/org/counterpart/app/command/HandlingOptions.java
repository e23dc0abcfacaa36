package org.counterpart.app.command;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The restrictions that an officer puts on what is said. Nothing is preset: who says it chooses.
final class HandlingOptions {
    @Option(
            names = "--handling",
            paramLabel = "CODE",
            description = {
                "handling code, may be repeated: H0 for the purposes named, H1 not in court without"
                        + " asking,",
                "H2 not passed on without asking, H3 with --restriction"
            })
    private List<String> codes = new ArrayList<>();

    @Option(
            names = "--use",
            paramLabel = "PURPOSE",
            description =
                    "what it may be used for, may be repeated: prevention, investigation,"
                            + " prosecution, asset-recovery, administrative-control")
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
            names = "--tlp",
            paramLabel = "LABEL",
            description = "TLP 2.0: red, amber+strict, amber, green or clear")
    private @Nullable String tlp;

    @Option(
            names = "--expires",
            paramLabel = "DATE",
            description = "not to be used from this day on, such as 2027-01-31 (UTC)")
    private @Nullable LocalDate expires;

    Map<String, Object> json() {
        Map<String, Object> handling = new LinkedHashMap<>();
        handling.put("codes", codes.stream().map(code -> code.toUpperCase(Locale.ROOT)).toList());
        handling.put("use", uses.stream().map(HandlingOptions::code).toList());
        if (restriction != null) {
            handling.put("restrictions", restriction);
            handling.put("noArrestOnThisAlone", noArrest);
            handling.put("contactBeforeAction", contactFirst);
        }
        if (tlp != null) {
            handling.put("tlp", "TLP:" + tlp.toUpperCase(Locale.ROOT));
        }
        if (expires != null) {
            handling.put(
                    "expires", expires.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        }
        return handling;
    }

    /// What people type, as the code on the wire.
    static String code(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
