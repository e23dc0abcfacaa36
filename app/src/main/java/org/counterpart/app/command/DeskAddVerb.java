package org.counterpart.app.command;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import tools.jackson.databind.JsonNode;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// Adds a desk to this node.
@Command(name = "add", description = "Adds a desk to this node; peers are told.")
final class DeskAddVerb implements Callable<Integer> {
    /// What the help lists. The node knows the kinds; that this list is theirs is tested.
    static final class Kinds implements Iterable<String> {
        static final List<String> ALL =
                List.of(
                        "customs",
                        "police",
                        "border-guard",
                        "coast-guard",
                        "prosecution",
                        "central-authority",
                        "national-central-bureau",
                        "wildlife-enforcement",
                        "forestry",
                        "fisheries",
                        "cites-management-authority",
                        "cites-scientific-authority",
                        "financial-intelligence-unit",
                        "integrity",
                        "other");

        @Override
        public Iterator<String> iterator() {
            return ALL.iterator();
        }
    }

    private final Root root;
    private final Screen screen;

    @Option(
            names = "--handle",
            required = true,
            paramLabel = "HANDLE",
            description = "what people type after the state, such as customs-intelligence")
    private String handle = "";

    @Option(
            names = "--authority",
            required = true,
            paramLabel = "TEXT",
            description = "the authority it belongs to")
    private String authority = "";

    @Option(names = "--name", required = true, paramLabel = "TEXT", description = "its name")
    private String name = "";

    @Option(
            names = "--kind",
            required = true,
            paramLabel = "KIND",
            completionCandidates = Kinds.class,
            description = "one of: ${COMPLETION-CANDIDATES}")
    private String kind = "";

    @Option(
            names = "--lang",
            required = true,
            paramLabel = "TAG",
            description = "a language it works in, such as en, the best first, may be repeated")
    private List<String> languages = new ArrayList<>();

    @Option(
            names = "--zone",
            required = true,
            paramLabel = "ZONE",
            description = "its time zone by region and city, such as Asia/Singapore")
    private String zone = "";

    @Option(
            names = "--state",
            paramLabel = "XX",
            description = "the state it belongs to, where this node hosts it for another")
    private @Nullable String state;

    DeskAddVerb(Root root, Screen screen) {
        this.root = root;
        this.screen = screen;
    }

    private static String known(String zone) {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw Misused.value("--zone", zone, "a region and city, such as Asia/Singapore");
        }
        return zone;
    }

    @Override
    public Integer call() {
        Map<String, Object> body = new LinkedHashMap<>();
        if (state != null) {
            body.put("state", state);
        }
        body.put("handle", handle);
        body.put("authority", authority);
        body.put("name", name);
        body.put("kind", Typed.word("--kind", Kinds.ALL, kind));
        body.put("languages", languages);
        body.put("timeZone", known(zone));
        JsonNode desk = new NodeClient(root).post("/desks", body);
        screen.show(
                "Added "
                        + desk.path("handle").stringValue("")
                        + ". The officers of all peers will see it."
                        + "\nNext: "
                        + root.command(
                                "officer",
                                "add",
                                "NAME",
                                "--label",
                                "TEXT",
                                "--role",
                                "duty-officer",
                                "--desk",
                                desk.path("handle").stringValue("")),
                () -> desk);
        return 0;
    }
}
