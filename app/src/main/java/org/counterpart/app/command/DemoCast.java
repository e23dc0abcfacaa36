package org.counterpart.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The nodes of the demo, what their operators do, and how they come to know each other.
final class DemoCast {
    private final DemoNode ng;
    private final DemoNode sg;
    private final DemoNode vn;
    private final Path files;
    private final DemoSteps steps;

    DemoCast(DemoNode ng, DemoNode sg, DemoNode vn, Path files, DemoSteps steps) {
        this.ng = ng;
        this.sg = sg;
        this.vn = vn;
        this.files = files;
        this.steps = steps;
    }

    String staff() {
        desk(ng, "Nigeria Customs Service", "Africa/Lagos", "en");
        desk(sg, "Singapore Customs", "Asia/Singapore", "en");
        desk(vn, "Viet Nam Customs", "Asia/Ho_Chi_Minh", "vi");
        return "customs intelligence, a duty officer and a supervisor in each; all constructed";
    }

    private static void desk(DemoNode node, String authority, String zone, String language) {
        node.does(
                "operator",
                "desk",
                "add",
                "--handle",
                "customs-intelligence",
                "--authority",
                authority,
                "--name",
                "Customs intelligence (constructed)",
                "--kind",
                "customs",
                "--lang",
                language,
                "--zone",
                zone);
        for (String role : List.of("duty-officer", "supervisor")) {
            node.does(
                    "operator",
                    "officer",
                    "add",
                    role,
                    "--label",
                    "The " + role + " of " + authority + " (constructed)",
                    "--role",
                    role,
                    "--desk",
                    handle(node));
        }
    }

    static String handle(DemoNode node) {
        return node.name() + "/customs-intelligence";
    }

    String peer(DemoProxy toSg, DemoProxy toVn) {
        for (DemoNode node : nodes()) {
            node.does("operator", "peer", "card", "--out", card(node).toString());
        }
        add(sg, vn, "--via", toVn.url());
        add(vn, sg, "--via", toSg.url());
        add(sg, ng);
        add(ng, sg);
        add(ng, vn);
        add(vn, ng);
        for (DemoNode node : nodes()) {
            others(node).forEach(other -> accept(node, other));
        }
        steps.await("all peerings are in force", () -> nodes().stream().allMatch(this::isPeered));
        return "six decisions, three peerings in force";
    }

    private void add(DemoNode node, DemoNode other, String... more) {
        node.does(
                "operator",
                Stream.concat(Stream.of("peer", "add", card(other).toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    /// With the fingerprint as the other operator reads it aloud from the other's own screen.
    private static void accept(DemoNode node, DemoNode other) {
        String heard = DemoViews.text(other.does("operator", "peer", "card"), "fingerprint");
        node.does("operator", "peer", "accept", other.name(), "--fingerprint", heard);
    }

    private boolean isPeered(DemoNode node) {
        return node.does("operator", "peer", "list")
                        .valueStream()
                        .filter(peer -> peer.path("inForce").booleanValue(false))
                        .count()
                == 2;
    }

    String testWays() {
        for (DemoNode node : nodes()) {
            others(node).forEach(other -> node.does("operator", "peer", "test", other.name()));
        }
        return "every step held";
    }

    String directories() {
        steps.await(
                "every node knows three desks",
                () ->
                        nodes().stream()
                                .allMatch(
                                        node -> node.does("operator", "desk", "list").size() == 3));
        return "three desks known everywhere";
    }

    List<DemoNode> nodes() {
        return List.of(ng, sg, vn);
    }

    private List<DemoNode> others(DemoNode node) {
        return nodes().stream().filter(other -> other != node).toList();
    }

    Path card(DemoNode node) {
        return files.resolve(node.name() + ".card.json");
    }
}
