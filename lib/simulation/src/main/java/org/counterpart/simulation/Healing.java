package org.counterpart.simulation;

import org.counterpart.replication.Batch;
import org.counterpart.replication.memory.MemoryStore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;

/// All faults end, the corrupt fall silent: within a bounded time everything must have come where it belongs.
final class Healing {
    private static final int MOST_ROUNDS = 60;
    private static final int MOST_TURNS = 40;

    /// What a node learns about how far another is may bear fruit only in the next round.
    private static final int QUIET_ROUNDS = 3;

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
        rest();
        // A node may have learned of a dossier only now, and stand in it with a card whose key is
        // gone.
        rest();
        rules.check();
    }

    private void rest() {
        for (Node node : world.honest()) {
            if (node.keyring().keys().card().card().serial() > 1) {
                officers.renewEverywhere(node);
            }
        }
        int round = 0;
        long held = held();
        for (int quiet = 0; quiet < QUIET_ROUNDS; quiet++) {
            speakAround();
            if (held() != held) {
                held = held();
                quiet = -1;
            }
            Promise.demand(++round < MOST_ROUNDS, "honest nodes come to rest", "after", round);
        }
    }

    /// How much all honest nodes hold together. Two of whom one counts the other out may go on saying so at every turn;
    /// at rest is who learns nothing more.
    private long held() {
        return world.honest().stream().mapToLong(Healing::held).sum();
    }

    private static long held(Node node) {
        MemoryStore store = node.store();
        long entries =
                store.envelopes().dossiers().stream()
                        .mapToLong(dossier -> store.envelopes().entries(dossier).size())
                        .sum();
        return 1_000_000L * (entries + store.contents().sights().size())
                + 1_000L * store.receipts().all().size()
                + store.shelf().items().size();
    }

    /// Every honest node asks every honest peer.
    private void speakAround() {
        var pairs = new ArrayList<Scenario.Link>();
        for (Scenario.Link link : world.scenario().links()) {
            if (world.scenario().isHonest(link.low()) && world.scenario().isHonest(link.high())) {
                pairs.add(link);
            }
        }
        Collections.shuffle(pairs, world.chance().healing());
        for (Scenario.Link link : pairs) {
            speak(world.node(link.low()), world.node(link.high()));
            speak(world.node(link.high()), world.node(link.low()));
        }
        world.agenda().pass(1_000);
    }

    private void speak(Node node, Node peer) {
        Optional<Batch> next =
                Optional.of(said(node, node.exchanging().ask(peer.id())))
                        .filter(batch -> !batch.isEmpty());
        for (int turn = 0; turn < MOST_TURNS && next.isPresent(); turn++) {
            next = further(node, answer(node, peer, next.get()));
        }
        Promise.demand(next.isEmpty(), "a conversation comes to its end", node, peer);
    }

    private Batch answer(Node node, Node peer, Batch request) {
        var answers = new ArrayList<Batch>();
        world.trace().note("asks", node, peer, new Summary(request));
        world.observer().hears(peer, request);
        perform(peer, () -> peer.exchanging().respond(request, a -> answers.add(said(peer, a))));
        world.trace().note("answers", peer, node, new Summary(answers.getFirst()));
        return answers.getFirst();
    }

    private Optional<Batch> further(Node node, Batch answer) {
        var next = new ArrayList<Optional<Batch>>();
        world.observer().hears(node, answer);
        perform(
                node,
                () ->
                        next.add(
                                node.exchanging()
                                        .conclude(answer)
                                        .filter(batch -> !batch.isEmpty())
                                        .map(batch -> said(node, batch))));
        return next.getFirst();
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
