package org.counterpart.app.command;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/// A dossier in words, in reading order, as much of it as the node has shown.
final class DossierWords {
    private final JsonNode shown;
    private final Map<String, String> states = new TreeMap<>();
    private final StringBuilder words = new StringBuilder();

    DossierWords(JsonNode shown) {
        this.shown = shown;
        shown.path("members")
                .forEach(
                        member ->
                                states.put(
                                        member.path("node").stringValue(""),
                                        member.path("state").stringValue("")));
    }

    String all() {
        line("dossier  " + shown.path("dossier").stringValue(""));
        line("members  " + String.join(", ", states.values()));
        shown.path("entries").forEach(this::entry);
        shown.path("recalls").forEach(this::recall);
        shown.path("twoHistories")
                .forEach(node -> line("TWO HISTORIES of " + state(node.stringValue(""))));
        return words.toString().stripTrailing();
    }

    private void entry(JsonNode entry) {
        line("");
        JsonNode content = entry.path("content");
        String who =
                content.has("desk")
                        ? content.path("desk").stringValue("") + ", " + lower(content.path("role"))
                        : state(entry.path("author").stringValue(""));
        String what = content.has("type") ? content.path("type").stringValue("") : "closed";
        line(SentWords.start(entry.path("entry")) + "  " + what + "  by " + who + standing(entry));
        if (content.isObject()) {
            content(content);
        }
        entry.path("withheld").forEach(code -> line("  withheld  " + code.stringValue("")));
        if (entry.has("notForThisDesk")) {
            line("  not for this desk  " + entry.path("notForThisDesk").stringValue(""));
        }
        if (entry.has("bare")) {
            line("  " + lower(entry.path("bare")) + ": that something was said, not what");
        }
        entry.path("deliveries")
                .propertyStream()
                .forEach(delivery -> delivery(delivery.getKey(), delivery.getValue()));
    }

    private static String standing(JsonNode entry) {
        String standing = entry.path("standing").stringValue("");
        return standing.isEmpty() || standing.equals("COUNTS") || standing.equals("STANDS")
                ? ""
                : "  [" + standing.toLowerCase(Locale.ROOT).replace('_', ' ') + "]";
    }

    private void content(JsonNode content) {
        line(
                "  claimed "
                        + time(content.path("claimedAt"))
                        + "  "
                        + handling(content.path("handling"))
                        + grading(content));
        JsonNode payload = content.path("payload");
        for (String name : new String[] {"question", "answer", "information", "alternative"}) {
            JsonNode said = payload.path(name);
            if (said.has("text")) {
                line(
                        "  "
                                + said.path("text").stringValue("")
                                + "  ("
                                + said.path("language").stringValue("")
                                + ")");
            }
        }
        field(payload, "purpose");
        field(payload, "reason");
        field(payload, "published");
        field(payload, "ground");
        field(payload, "clock");
        payload.path("subjects").forEach(this::subject);
    }

    private void field(JsonNode payload, String name) {
        String value = payload.path(name).stringValue("");
        if (!value.isBlank()) {
            line("  " + name + ": " + value);
        }
    }

    private void subject(JsonNode subject) {
        line(
                "  "
                        + subject.path("kind").stringValue("")
                        + " "
                        + subject.path("value").stringValue("")
                        + (subject.path("constructed").booleanValue(false)
                                ? "  (constructed)"
                                : ""));
    }

    private static String handling(JsonNode handling) {
        var all = new StringJoiner(" ");
        handling.path("codes").forEach(code -> all.add(code.stringValue("")));
        if (handling.has("tlp")) {
            all.add(handling.path("tlp").stringValue(""));
        }
        if (handling.has("restrictions")) {
            all.add("(" + handling.path("restrictions").stringValue("") + ")");
        }
        var uses = new StringJoiner(", ", "for ", "");
        handling.path("use").forEach(use -> uses.add(lower(use)));
        return all.add(uses.toString()).toString();
    }

    private static String grading(JsonNode content) {
        return content.has("source")
                ? "  graded "
                        + content.path("source").stringValue("")
                        + content.path("information").asString("")
                : "";
    }

    private void delivery(String node, JsonNode delivery) {
        line(
                "  signed for by "
                        + state(node)
                        + " at "
                        + time(delivery.path("counted"))
                        + (delivery.path("disputed").booleanValue(false) ? "  (disputed)" : ""));
    }

    private void recall(JsonNode recall) {
        line("");
        line("recall of " + SentWords.start(recall.path("entry")));
        recall.path("holders")
                .propertyStream()
                .forEach(
                        holder ->
                                line(
                                        "  "
                                                + state(holder.getKey())
                                                + "  "
                                                + lower(holder.getValue())));
    }

    private String state(String node) {
        return states.getOrDefault(node, node.substring(0, Math.min(8, node.length())));
    }

    private static String time(JsonNode millis) {
        return Instant.ofEpochMilli(millis.longValue(0)).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String lower(JsonNode code) {
        return code.stringValue("").toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void line(String text) {
        words.append(text).append('\n');
    }
}
