package org.counterpart.app.command;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A peer in one line for people.
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
