package org.counterpart.app.command;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A peer in one line for people, and for a program.
final class PeerWords {
    private static final int SHORT = 8;

    private PeerWords() {}

    static String of(JsonNode peer) {
        String node = peer.path("node").stringValue("");
        return "%s  %s  %s%s"
                .formatted(
                        peer.path("state").stringValue(""),
                        node.substring(0, Math.min(SHORT, node.length())),
                        standing(peer),
                        health(peer));
    }

    /// The same, with a line on where it is called from here.
    static String withAddress(JsonNode peer) {
        String card = String.join(", ", Said.texts(peer.path("addresses")));
        String via = Said.text(peer, "via");
        String called =
                via.isEmpty()
                        ? card.isEmpty() ? "nowhere, for its card has no address" : card
                        : via
                                + " (--via)"
                                + (card.isEmpty() ? "" : "; the address of its card is " + card);
        return of(peer) + "\n    called at " + called;
    }

    /// A peer for a program, without the fingerprint as long as it is not accepted: it must come from its operator.
    static ObjectNode untilAccepted(JsonNode peer) {
        ObjectNode told = JsonMapper.shared().createObjectNode();
        boolean accepted = peer.path("accepted").booleanValue(false);
        peer.propertyStream()
                .filter(field -> accepted || !field.getKey().equals("fingerprint"))
                .forEach(field -> told.set(field.getKey(), field.getValue()));
        return told;
    }

    private static String standing(JsonNode peer) {
        boolean we = peer.path("accepted").booleanValue(false);
        boolean they = peer.path("acceptsUs").booleanValue(false);
        if (we && they) {
            return "in force";
        }
        return we
                ? "accepted here, not yet by them"
                : they ? "accepted by them, not here" : "card held";
    }

    private static String health(JsonNode peer) {
        return peer.has("failingFrom")
                ? ", not reached since "
                        + time(peer.path("failingFrom"))
                        + " ("
                        + peer.path("failure").stringValue("")
                        + ")"
                : peer.has("lastSpoke") ? ", last spoken with " + time(peer.path("lastSpoke")) : "";
    }

    private static String time(JsonNode millis) {
        return Instant.ofEpochMilli(millis.longValue(0)).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
