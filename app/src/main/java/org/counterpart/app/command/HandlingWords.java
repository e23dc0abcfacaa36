package org.counterpart.app.command;

import org.counterpart.dossier.HandlingGround;

import tools.jackson.databind.JsonNode;

import java.util.Arrays;
import java.util.StringJoiner;

/// Every restriction of an entry, for its reader: none is left out.
final class HandlingWords {
    private HandlingWords() {}

    static void into(Lines lines, JsonNode handling) {
        lines.labelled("handling", codes(handling));
        lines.labelled("H3", Said.text(handling, "restrictions"));
        if (handling.path("noArrestOnThisAlone").booleanValue(false)) {
            lines.labelled("H3", "no arrest on this alone");
        }
        if (handling.path("contactBeforeAction").booleanValue(false)) {
            lines.labelled("H3", "speak to the originator before any action");
        }
        if (handling.has("recipients")) {
            lines.labelled("H3", "only for " + Said.list(handling.path("recipients")));
        }
        if (handling.has("expires")) {
            lines.labelled("expires", Said.time(handling.path("expires")));
        }
    }

    /// Whether the originator may release from it what the code forbids.
    static boolean mayBeReleased(String code) {
        return Arrays.stream(HandlingGround.values())
                .filter(HandlingGround::originatorMayRelease)
                .anyMatch(ground -> ground.code().equals(code));
    }

    private static String codes(JsonNode handling) {
        var uses = new StringJoiner(", ", ", for ", "").setEmptyValue("");
        Said.texts(handling.path("use")).forEach(use -> uses.add(Said.words(use)));
        String tlp = Said.text(handling, "tlp");
        return String.join(" ", Said.texts(handling.path("codes")))
                + (tlp.isEmpty() ? "" : " " + tlp)
                + uses;
    }
}
