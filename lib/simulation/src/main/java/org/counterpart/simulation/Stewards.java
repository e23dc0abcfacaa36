package org.counterpart.simulation;

import org.counterpart.dossier.Membership;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Placed;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What stewards do: bring nodes in, put them out, now and then against each other at the same time.
final class Stewards {
    private final World world;
    private final Officers officers;
    private final RandomGenerator random;

    Stewards(World world, Officers officers) {
        this.world = world;
        this.officers = officers;
        this.random = world.chance().workload();
    }

    void act() {
        officers.desk().ifPresent(this::act);
    }

    private void act(Desk desk) {
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> add(desk);
            case 4, 5 -> someoneElse(desk).ifPresent(node -> remove(desk, node));
            case 6 -> leave(desk);
            case 7, 8 -> renew(desk);
            default -> clash(desk);
        }
    }

    private Optional<NodeId> someoneElse(Desk desk) {
        return desk.others().isEmpty()
                ? Optional.empty()
                : Optional.of(Chance.pick(random, desk.others()));
    }

    private void add(Desk desk) {
        List<Node> strangers =
                world.nodes().stream()
                        .filter(node -> !desk.standing().isMember(node.id()))
                        .toList();
        if (!strangers.isEmpty()) {
            Node stranger = Chance.pick(random, strangers);
            add(desk, stranger);
            if (world.scenario().isNarrow()) {
                addElsewhere(desk, stranger);
            }
        }
    }

    /// Into every other dossier of the steward, so that they compete for the stranger's room.
    private void addElsewhere(Desk desk, Node stranger) {
        for (Desk other : officers.desks(desk.node())) {
            if (!other.dossier().equals(desk.dossier())
                    && other.isSteward()
                    && !other.standing().isMember(stranger.id())) {
                add(other, stranger);
            }
        }
    }

    private void add(Desk desk, Node node) {
        desk.write(
                new Membership.Add(node.keyring().keys().card(), random.nextBoolean()),
                desk.words(desk.everyone(), List.of()));
    }

    void remove(Desk desk, NodeId node) {
        long last = desk.node().store().envelopes().clock(desk.dossier()).of(node);
        desk.write(
                new Membership.Remove(node, last),
                desk.words(desk.of(List.of(desk.node().id())), List.of()));
    }

    private void leave(Desk desk) {
        desk.write(new Membership.Leave(), desk.words(desk.someone(), List.of()));
    }

    /// A new sealing key everywhere, and some time later the end of the old one.
    private void renew(Desk desk) {
        Node node = desk.node();
        node.keyring().renew();
        world.trace().note("renews", node);
        officers.renewEverywhere(node);
        world.agenda()
                .in(
                        random.nextInt(120_000),
                        () -> {
                            if (node.keyring().hasOld()) {
                                node.keyring().destroyOld();
                                world.coverage().count(Happening.OLD_KEY_DESTROYED);
                                world.trace().note("destroys old keys", node);
                            }
                        });
    }

    /// Two nodes that do not know of each other do what contradicts.
    private void clash(Desk desk) {
        List<Desk> same = officers.elsewhere(desk);
        if (same.isEmpty()) {
            return;
        }
        Desk other = Chance.pick(random, same);
        switch (random.nextInt(5)) {
            case 0 -> {
                add(other);
                remove(desk, other.node().id());
                remove(other, desk.node().id());
            }
            case 1 ->
                    someoneElse(desk)
                            .ifPresent(
                                    node -> {
                                        remove(desk, node);
                                        world.node(node).ifPresent(one -> add(other, one));
                                    });
            case 2 ->
                    someoneElse(desk)
                            .ifPresent(
                                    node -> {
                                        remove(desk, node);
                                        remove(other, node);
                                    });
            case 3 -> recallAndForward(desk, other);
            default -> refuseAndRelease(desk, other);
        }
    }

    private void recallAndForward(Desk desk, Desk holder) {
        List<Placed> both =
                desk.read().stream()
                        .filter(entry -> entry.author().equals(desk.node().id()))
                        .filter(entry -> holder.content(entry.id()).isPresent())
                        .toList();
        if (!both.isEmpty()) {
            Placed entry = Chance.pick(random, both);
            officers.recall(desk, List.of(entry));
            officers.forward(holder, entry);
        }
    }

    /// One originator of what is asked for releases, another refuses; now and then one says both. Where nobody asked both
    /// of them, somebody does now.
    private void refuseAndRelease(Desk desk, Desk other) {
        List<Placed> requests =
                desk.read().stream()
                        .filter(request -> other.content(request.id()).isPresent())
                        .filter(request -> officers.mayDecide(desk, request))
                        .filter(request -> officers.mayDecide(other, request))
                        .toList();
        if (requests.isEmpty()) {
            askBoth(desk, other);
            return;
        }
        Placed request = Chance.pick(random, requests);
        boolean releases = random.nextBoolean();
        officers.decide(desk, request, releases);
        officers.decide(other, request, !releases);
        if (Chance.oneIn(random, 3)) {
            officers.decide(desk, request, !releases);
        }
    }

    private void askBoth(Desk desk, Desk other) {
        List<Placed> read = desk.read();
        List<Placed> own = of(read, desk);
        List<Placed> others = of(read, other);
        if (!own.isEmpty() && !others.isEmpty()) {
            officers.ask(desk, Chance.pick(random, own), Chance.pick(random, others));
        }
    }

    private static List<Placed> of(List<Placed> read, Desk desk) {
        return read.stream().filter(entry -> entry.author().equals(desk.node().id())).toList();
    }
}
