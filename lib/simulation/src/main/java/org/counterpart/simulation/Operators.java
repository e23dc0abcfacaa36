package org.counterpart.simulation;

import org.counterpart.simulation.Scenario.Link;

import java.util.random.RandomGenerator;

/// What happens to nodes as machines: peerings withdrawn and accepted again, clocks set wrong, crashes out of the blue.
final class Operators {
    private static final long MINUTE = 60_000;

    private final World world;
    private final RandomGenerator random;

    Operators(World world) {
        this.world = world;
        this.random = world.chance().network();
    }

    void act() {
        if (random.nextInt(1_000) < world.scenario().faults().clock()) {
            jump();
        }
        if (Chance.oneIn(random, 60)) {
            withdraw();
        }
    }

    private void jump() {
        Node node = Chance.pick(random, world.nodes());
        long by = random.nextLong(-20 * MINUTE, 20 * MINUTE);
        node.moveClock(by);
        world.coverage().count(Happening.CLOCK_JUMP);
        world.trace().note("clock jumps", node, by);
    }

    /// One side withdraws; the other learns of it by being refused.
    private void withdraw() {
        Link link = Chance.pick(random, world.scenario().links().stream().toList());
        Node one = world.node(random.nextBoolean() ? link.low() : link.high());
        Node other = world.node(link.low() == one.number() ? link.high() : link.low());
        if (!one.isUp()) {
            return;
        }
        world.withdraw(one, other);
        world.coverage().count(Happening.PEERING_WITHDRAWN);
        world.trace().note("withdraws from", one, other);
        world.agenda()
                .in(
                        10_000 + random.nextInt(120_000),
                        () -> {
                            if (one.isUp()) {
                                world.accept(one, other);
                                world.coverage().count(Happening.PEERING_RENEWED);
                                world.trace().note("accepts again", one, other);
                            }
                        });
    }
}
