package org.counterpart.simulation;

import org.counterpart.dossier.Malformed;
import org.counterpart.replication.Batch;

import java.util.List;
import java.util.Optional;

/// Carries requests and responses between the machines of two nodes, as the doors of real nodes do.
final class Conversations {
    /// More rounds than that in one go and the caller waits for its next turn.
    private static final int ROUNDS = 6;

    private final World world;
    private final Network network;
    private final Judging judging;
    private final Twisting twisting;

    Conversations(World world, Twisting twisting) {
        this.world = world;
        this.network = new Network(world, this::deliver);
        this.judging = new Judging(world);
        this.twisting = twisting;
    }

    Network network() {
        return network;
    }

    /// A node asks a peer, if it has anything to say.
    void ask(Node node, Node peer) {
        Optional<Batch> request = node.perform(() -> node.exchanging().ask(peer.id()));
        request.filter(batch -> !batch.isEmpty()).ifPresent(batch -> request(node, peer, batch, 0));
        world.observer().acted(node);
    }

    private void request(Node node, Node peer, Batch batch, int round) {
        world.observer().says(node, batch);
        world.trace().note("asks", node, peer, new Summary(batch));
        Batch said = node.isHonest() ? batch : twisting.twist(node, batch);
        network.send(
                new Message(
                        node,
                        peer,
                        new Packet(said.bytes()),
                        true,
                        node.life(),
                        round,
                        false,
                        List.of()));
    }

    /// A corrupt node sends what it made by hand, under this signature.
    void inject(Node signer, Node to, byte[] bytes, List<Expected> expected) {
        network.send(new Message(signer, to, new Packet(bytes), true, -1, ROUNDS, false, expected));
    }

    private void deliver(Message message) {
        if (!message.to().isUp()) {
            return;
        }
        Optional<Batch> batch = read(message);
        if (batch.isEmpty()) {
            return;
        }
        crashes(message.to());
        if (message.request()) {
            respond(message, batch.get());
        } else if (message.life() == message.to().life()) {
            conclude(message, batch.get());
        }
    }

    /// The door reads the bytes, and takes only what the signer says in its own name.
    private Optional<Batch> read(Message message) {
        try {
            Batch batch = Batch.read(message.bytes());
            if (message.tampered()) {
                world.coverage().count(Happening.TAMPERED_REACHED_THE_MACHINE);
            }
            return Optional.of(batch).filter(b -> b.from().equals(message.signer().id()));
        } catch (Malformed e) {
            boolean expected = message.tampered() || !message.signer().isHonest();
            Promise.demand(expected, "what a node writes, others can read", message.signer(), e);
            world.coverage()
                    .count(
                            message.tampered()
                                    ? Happening.TAMPERED_REFUSED_BY_READER
                                    : Happening.RUBBISH_BYTES);
            return Optional.empty();
        }
    }

    /// Draws whether and where in what follows the node stops.
    private void crashes(Node node) {
        var random = world.chance().crashes();
        if (random.nextInt(1_000) < world.scenario().faults().crash()) {
            node.crashAfter(1 + random.nextInt(40));
        }
    }

    private void respond(Message message, Batch batch) {
        Node node = message.to();
        world.trace().note("takes a request", node, message.signer(), new Summary(batch));
        Judging.Case judged = judging.before(node, message.expected());
        world.observer().hears(node, batch);
        boolean done =
                node.perform(
                                () -> {
                                    node.exchanging()
                                            .respond(batch, answer -> answers(message, answer));
                                    return true;
                                })
                        .isPresent();
        after(node, done, judged);
    }

    private void answers(Message message, Batch answer) {
        Node node = message.to();
        world.observer().says(node, answer);
        if (message.life() < 0) {
            return;
        }
        Batch said = node.isHonest() ? answer : twisting.twist(node, answer);
        network.send(
                new Message(
                        node,
                        message.signer(),
                        new Packet(said.bytes()),
                        false,
                        message.life(),
                        message.round(),
                        false,
                        List.of()));
    }

    private void conclude(Message message, Batch batch) {
        Node node = message.to();
        world.trace().note("takes a response", node, message.signer(), new Summary(batch));
        Judging.Case judged = judging.before(node, message.expected());
        world.observer().hears(node, batch);
        Optional<Optional<Batch>> next = node.perform(() -> node.exchanging().conclude(batch));
        next.flatMap(batchOrNone -> batchOrNone)
                .filter(batchOrNone -> message.round() < ROUNDS && !batchOrNone.isEmpty())
                .ifPresent(
                        request -> request(node, message.signer(), request, message.round() + 1));
        after(node, next.isPresent(), judged);
    }

    private void after(Node node, boolean done, Judging.Case judged) {
        if (done) {
            judging.after(judged);
        }
        node.crashAfter(0);
        world.observer().acted(node);
    }
}
