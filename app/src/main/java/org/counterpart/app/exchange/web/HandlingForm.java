package org.counterpart.app.exchange.web;

import org.counterpart.app.access.NotDone;
import org.counterpart.app.exchange.SendingGround;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.Fields;
import org.counterpart.dossier.Handling;
import org.counterpart.dossier.HandlingCode;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.Malformed;
import org.counterpart.dossier.Purpose;
import org.counterpart.dossier.Tlp;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// The restrictions as they were handed in. `lib/dossier` is the judge of them; here each rule of it that an officer can
/// break has a code of its own, and each part that cannot be read its name.
final class HandlingForm {
    private static final int MOST_RECIPIENTS = 256;
    private static final List<String> TLP_LABELS =
            Arrays.stream(Tlp.values()).map(Tlp::label).filter(label -> !label.isEmpty()).toList();

    private final Json.Members said;
    private final Parts parts;
    private final Function<String, DeskId> desk;

    /// @param desk names a desk by what people call it
    HandlingForm(Json.Members said, Function<String, DeskId> desk) {
        this.said = said;
        this.parts = new Parts(new Fields(said), "handling.");
        this.desk = desk;
    }

    Handling read() {
        List<HandlingCode> codes = parts.choices("codes", HandlingCode.class);
        parts.choices("use", Purpose.class);
        if (parts.has("tlp")) {
            parts.word("tlp", TLP_LABELS);
        }
        if (codes.isEmpty()) {
            throw new NotDone(SendingGround.HANDLING_MISSING);
        }
        if (codes.contains(HandlingCode.H0) && codes.stream().distinct().count() > 1) {
            throw new NotDone(SendingGround.H0_NOT_ALONE);
        }
        conditions(codes.contains(HandlingCode.H3));
        Json.Members named = withDesks();
        try {
            return Handling.read(new Fields(named));
        } catch (Malformed _) {
            throw parts.has("tlp")
                    ? new NotDone(SendingGround.TLP_TOO_WIDE)
                    : Parts.unreadable("handling", List.of());
        }
    }

    private void conditions(boolean h3) {
        boolean words = parts.has("restrictions") && !parts.text("restrictions").isBlank();
        boolean conditions = false;
        for (String name : List.of("noArrestOnThisAlone", "contactBeforeAction")) {
            conditions |= parts.has(name) && parts.flag(name);
        }
        if (h3 && !words) {
            throw new NotDone(SendingGround.RESTRICTION_MISSING);
        }
        if (!h3 && (words || conditions || parts.has("recipients"))) {
            throw new NotDone(SendingGround.CONDITION_WITHOUT_H3);
        }
    }

    /// As it is sent, but for the recipients, whom people name by their handles.
    private Json.Members withDesks() {
        if (!parts.has("recipients")) {
            return said;
        }
        List<DeskId> recipients = parts.texts("recipients", MOST_RECIPIENTS, desk);
        return said.with("recipients", Json.texts(recipients.stream().map(DeskId::text).toList()));
    }
}
