package org.counterpart.simulation;

import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.Placed;
import org.counterpart.replication.Batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Drives the corrupt nodes: they run the shipped machine, hold back what it says, and slip in what it would not say.
final class Adversary implements Twisting {
    /// A corrupt node keeps some of what it said, to say it again.
    private static final int MEMORY = 20;

    private final World world;
    private final RandomGenerator random;
    private final Forgeries forgeries;
    private final List<Said> said = new ArrayList<>();

    private record Said(Node node, Batch batch) {}

    Adversary(World world) {
        this.world = world;
        this.random = world.chance().adversary();
        this.forgeries = new Forgeries(world);
    }

    void act(Conversations conversations) {
        Node node = world.node(Chance.pick(random, List.copyOf(world.scenario().corrupt())));
        List<Node> peers =
                world.honest().stream()
                        .filter(peer -> node.store().peers().isPeer(peer.id()))
                        .toList();
        if (!node.isUp() || peers.isEmpty()) {
            return;
        }
        Node to = Chance.pick(random, peers);
        switch (random.nextInt(12)) {
            case 0 -> rubbish(conversations, node, to);
            case 1 -> replay(conversations, to);
            case 2 -> send(conversations, node, to, forgeries.misaddressed(node, to));
            case 3 -> secondHistory(conversations, node, to, Chance.pick(random, peers));
            case 4, 5 -> takeAlong(conversations, node, to);
            default ->
                    dossier(node, to)
                            .flatMap(dossier -> forged(node, to, dossier))
                            .ifPresent(forged -> send(conversations, node, to, forged));
        }
    }

    private Optional<DossierId> dossier(Node node, Node to) {
        List<DossierId> both =
                node.store().envelopes().dossiers().stream().filter(to::holds).toList();
        return both.isEmpty() ? Optional.empty() : Optional.of(Chance.pick(random, both));
    }

    private Optional<Forged> forged(Node node, Node to, DossierId dossier) {
        var place = new Forgeries.Place(node, to, dossier);
        return switch (random.nextInt(6)) {
            case 0 -> forgeries.inAnothersName(place);
            case 1 -> forgeries.withAGap(place);
            case 2 -> forgeries.ofFalseContent(place);
            case 3 -> forgeries.alteredParcel(place);
            case 4 -> forgeries.unlawfulWrap(place);
            default -> forgeries.falseReceipt(place);
        };
    }

    private void send(Conversations conversations, Node node, Node to, Forged forged) {
        world.trace().note("forges", node, to, forged.expected().reached());
        conversations.inject(node, to, forged.batch().bytes(), List.of(forged.expected()));
    }

    private void rubbish(Conversations conversations, Node node, Node to) {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        conversations.inject(node, to, bytes, List.of());
    }

    private void replay(Conversations conversations, Node to) {
        if (!said.isEmpty()) {
            Said old = Chance.pick(random, said);
            world.coverage().count(Happening.REPLAYED);
            world.trace().note("replays", old.node(), to);
            conversations.inject(old.node(), to, old.batch().bytes(), List.of());
        }
    }

    /// Two entries under one number, shown to different peers.
    private void secondHistory(Conversations conversations, Node node, Node one, Node other) {
        dossier(node, one)
                .ifPresent(
                        dossier -> {
                            world.coverage().count(Happening.SECOND_HISTORY);
                            world.trace().note("shows two histories", node, one, other);
                            for (Node to : List.of(one, other)) {
                                var place = new Forgeries.Place(node, to, dossier);
                                conversations.inject(
                                        node, to, forgeries.anotherNext(place).bytes(), List.of());
                            }
                        });
    }

    /// Who was put out puts out others, as if it had not heard. Its machine would not: so this is put on its disk.
    private void takeAlong(Conversations conversations, Node node, Node to) {
        dossier(node, to)
                .map(dossier -> new Forgeries.Place(node, to, dossier))
                .ifPresent(
                        place ->
                                forgeries
                                        .answerToItsRemoval(place)
                                        .ifPresent(
                                                answer -> takeAlong(conversations, place, answer)));
    }

    private void takeAlong(Conversations conversations, Forgeries.Place place, Placed answer) {
        Node node = place.node();
        boolean done =
                node.perform(
                                () ->
                                        node.transaction(
                                                store -> {
                                                    store.envelopes().place(answer);
                                                    return true;
                                                }))
                        .orElse(false);
        if (done) {
            world.coverage().count(Happening.ANSWERS_ITS_REMOVAL);
            world.trace().note("answers its removal", node, place.to());
            Batch batch = Forgeries.batch(place, List.of(answer.signed()), List.of());
            conversations.inject(node, place.to(), batch.bytes(), List.of());
        }
    }

    @Override
    public Batch twist(Node node, Batch batch) {
        if (said.size() < MEMORY) {
            said.add(new Said(node, batch));
        }
        if (!Chance.oneIn(random, 5)) {
            return batch;
        }
        world.coverage().count(Happening.WITHHELD);
        return new Batch(
                batch.from(),
                batch.to(),
                batch.heads(),
                batch.wants(),
                some(batch.envelopes()),
                some(batch.parcels()),
                some(batch.receipts()),
                some(batch.kept()),
                batch.declined());
    }

    private <T> List<T> some(List<T> items) {
        return items.stream().filter(_ -> random.nextBoolean()).toList();
    }
}
