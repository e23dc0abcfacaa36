package org.counterpart.simulation;

import org.counterpart.replication.Batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// All faults end, the corrupt fall silent: within a bounded time everything must have come where it belongs.
final class Healing {
    private static final int MOST_ROUNDS = 60;
    private static final int MOST_TURNS = 40;

    private final World world;
    private final Officers officers;
    private final FinalRules rules;

    Healing(World world, Officers officers) {
        this.world = world;
        this.officers = officers;
        this.rules = new FinalRules(world);
    }

    void heal() {
        world.agenda().clear();
        world.trace().note("healed");
        world.nodes().forEach(Node::start);
        world.scenario().links().forEach(world::peer);
        for (Node node : world.honest()) {
            if (node.keyring().keys().card().card().serial() > 1) {
                officers.renewEverywhere(node);
            }
        }
        int round = 0;
        while (speakAround()) {
            Promise.demand(++round < MOST_ROUNDS, "honest nodes come to rest", "after", round);
        }
        rules.check();
    }

    /// Every honest node asks every honest peer; whether anybody still had something to say.
    private boolean speakAround() {
        boolean spoke = false;
        var pairs = new ArrayList<Scenario.Link>();
        for (Scenario.Link link : world.scenario().links()) {
            if (world.scenario().isHonest(link.low()) && world.scenario().isHonest(link.high())) {
                pairs.add(link);
            }
        }
        Collections.shuffle(pairs, world.chance().healing());
        for (Scenario.Link link : pairs) {
            spoke |= speak(world.node(link.low()), world.node(link.high()));
            spoke |= speak(world.node(link.high()), world.node(link.low()));
        }
        world.agenda().pass(1_000);
        return spoke;
    }

    private boolean speak(Node node, Node peer) {
        Batch request = said(node, node.exchanging().ask(peer.id()));
        if (request.isEmpty()) {
            return false;
        }
        Optional<Batch> next = Optional.of(request);
        for (int turn = 0; turn < MOST_TURNS && next.isPresent(); turn++) {
            next = exchange(node, peer, next.get());
        }
        Promise.demand(next.isEmpty(), "a conversation comes to its end", node, peer);
        return true;
    }

    private Optional<Batch> exchange(Node node, Node peer, Batch request) {
        var answers = new ArrayList<Batch>();
        world.trace().note("asks", node, peer, new Summary(request));
        perform(peer, () -> peer.exchanging().respond(request, a -> answers.add(said(peer, a))));
        world.trace().note("answers", peer, node, new Summary(answers.getFirst()));
        var next = new ArrayList<Optional<Batch>>();
        perform(node, () -> next.add(node.exchanging().conclude(answers.getFirst())));
        List<Batch> more = next.getFirst().filter(batch -> !batch.isEmpty()).stream().toList();
        more.forEach(batch -> said(node, batch));
        return more.stream().findFirst();
    }

    private Batch said(Node node, Batch batch) {
        world.observer().says(node, batch);
        return Batch.read(batch.bytes());
    }

    private void perform(Node node, Runnable work) {
        node.perform(
                () -> {
                    work.run();
                    return true;
                });
        world.observer().acted(node);
    }
}
