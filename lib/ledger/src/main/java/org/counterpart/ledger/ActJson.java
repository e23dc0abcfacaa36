package org.counterpart.ledger;

import org.counterpart.ledger.Act.Actor;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Writes and reads the canonical text of an act.
///
/// No code holds a character that JSON escapes, so RFC 8785 shrinks to "keys in order, no space".
/// Reading does not trust the parser: what it understood is written again and must be the same text,
/// which refuses doubled keys, other number forms, spaces, and keys that nobody asked for.
final class ActJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ActJson() {}

    static String write(Act act) {
        return "{\"actor\":%s,\"detail\":%s,\"kind\":\"%s\",\"time\":%d}"
                .formatted(
                        object(parts(act.actor())),
                        object(act.detail()),
                        act.kind(),
                        act.claimedAt().toEpochMilli());
    }

    static Optional<Act> read(String json) {
        try {
            JsonNode tree = JSON.readTree(json);
            var time = Instant.ofEpochMilli(tree.path("time").longValue());
            var kind = code(tree.path("kind"));
            var act = new Act(kind, time, actor(tree.path("actor")), map(tree.path("detail")));
            return Optional.of(act).filter(read -> write(read).equals(json));
        } catch (JacksonException | LedgerMisuse | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static SortedMap<Code, Code> parts(Actor actor) {
        var parts = new TreeMap<Code, Code>();
        switch (actor) {
            case Actor.Desk(Code desk, Code role) -> {
                parts.put(new Code("desk"), desk);
                parts.put(new Code("role"), role);
            }
            case Actor.Node(Code node) -> parts.put(new Code("node"), node);
            case Actor.Unknown() -> {}
        }
        return parts;
    }

    private static Actor actor(JsonNode tree) {
        if (tree.has("desk")) {
            return new Actor.Desk(code(tree.path("desk")), code(tree.path("role")));
        }
        return tree.has("node") ? new Actor.Node(code(tree.path("node"))) : new Actor.Unknown();
    }

    private static SortedMap<Code, Code> map(JsonNode tree) {
        var map = new TreeMap<Code, Code>();
        tree.properties().forEach(e -> map.put(new Code(e.getKey()), code(e.getValue())));
        return map;
    }

    private static Code code(JsonNode text) {
        return new Code(text.stringValue());
    }

    private static String object(Map<Code, Code> sorted) {
        return sorted.entrySet().stream()
                .map(e -> "\"%s\":\"%s\"".formatted(e.getKey(), e.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
