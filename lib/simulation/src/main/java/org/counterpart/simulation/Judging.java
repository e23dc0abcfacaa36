package org.counterpart.simulation;

import org.counterpart.replication.Report;

import java.util.List;

/// Holds against a node what it was to refuse and to report.
final class Judging {
    /// A node before it takes a batch.
    ///
    /// @param due what it must refuse, as it stands
    record Case(Node node, List<Expected> due, int reports) {}

    private final World world;

    Judging(World world) {
        this.world = world;
    }

    Case before(Node node, List<Expected> expected) {
        List<Expected> due =
                node.isHonest()
                        ? expected.stream().filter(one -> one.applies().test(node)).toList()
                        : List.of();
        return new Case(node, due, node.store().reports().size());
    }

    void after(Case judged) {
        List<Report> all = judged.node().store().reports();
        List<Report> fresh = all.subList(judged.reports(), all.size());
        for (Expected expected : judged.due()) {
            boolean reported =
                    fresh.stream()
                            .anyMatch(
                                    report ->
                                            expected.codes().contains(report.code())
                                                    && report.subject().equals(expected.subject()));
            Promise.demand(
                    reported,
                    "what is forged, altered, replayed or misaddressed is refused and reported",
                    judged.node(),
                    expected.codes(),
                    expected.subject());
            world.coverage().count(expected.reached());
        }
    }
}
