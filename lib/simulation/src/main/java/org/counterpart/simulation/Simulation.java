package org.counterpart.simulation;

/// One run from one seed.
public final class Simulation {
    private static final long TICK = 15_000;
    private static final long ACT = 8_000;
    private static final long EVIL = 5_000;

    private final World world;
    private final Officers officers;
    private final Stewards stewards;
    private final Operators operators;
    private final Adversary adversary;
    private final Conversations conversations;
    private final Healing healing;

    private Simulation(World world) {
        this.world = world;
        this.officers = new Officers(world);
        this.stewards = new Stewards(world, officers);
        this.operators = new Operators(world);
        this.adversary = new Adversary(world);
        this.conversations = new Conversations(world, adversary);
        this.healing = new Healing(world, officers);
    }

    /// Runs a seed to its end, or to the first promise that breaks.
    public static Outcome run(long seed, Settings settings) {
        var world = new World(seed, settings);
        try {
            new Simulation(world).run();
            return Outcome.held(seed, world);
        } catch (Violation e) {
            return Outcome.broken(seed, world, e);
        }
    }

    private void run() {
        world.trace().note("scenario", world.scenario());
        for (int i = 0; i <= world.chance().workload().nextInt(2); i++) {
            officers.open(Chance.pick(world.chance().workload(), world.nodes()));
        }
        if (world.scenario().isNarrow()) {
            Node opener = world.nodes().getFirst();
            officers.open(opener);
            officers.open(opener);
        }
        world.nodes().forEach(this::tick);
        long end = world.scenario().acts() * ACT;
        for (int act = 0; act < world.scenario().acts(); act++) {
            long at = act * ACT + world.chance().workload().nextInt((int) ACT);
            world.agenda().in(at, this::act);
        }
        if (!world.scenario().corrupt().isEmpty()) {
            evil();
        }
        world.agenda().runUntil(end + 2 * TICK);
        healing.heal();
    }

    private void act() {
        if (Chance.oneIn(world.chance().workload(), 4)) {
            stewards.act();
        } else {
            officers.act();
        }
        operators.act();
        conversations.network().partitions();
    }

    /// Each node speaks with one peer at a time, again and again.
    private void tick(Node node) {
        var random = world.chance().network();
        world.agenda()
                .in(
                        TICK / 2 + random.nextInt((int) TICK),
                        () -> {
                            if (node.isUp()) {
                                var peers = node.store().peers().all().stream().toList();
                                if (!peers.isEmpty()) {
                                    world.node(Chance.pick(random, peers))
                                            .ifPresent(peer -> conversations.ask(node, peer));
                                }
                            }
                            tick(node);
                        });
    }

    private void evil() {
        world.agenda()
                .in(
                        EVIL / 2 + world.chance().adversary().nextInt((int) EVIL),
                        () -> {
                            adversary.act(conversations);
                            evil();
                        });
    }
}
