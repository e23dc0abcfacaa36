package org.counterpart.simulation;

import org.counterpart.simulation.Scenario.Faults;
import org.counterpart.simulation.Scenario.Link;

import java.util.Arrays;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// The lines between nodes: they drop, double, delay, reorder, cut, flip bytes and lose ends.
final class Network {
    private static final int QUICK = 2_000;
    private static final int SLOW = 400_000;

    private final World world;
    private final Consumer<Message> deliver;
    private final RandomGenerator random;
    private final Faults faults;
    private final TreeSet<Link> cut = new TreeSet<>();
    private final TreeMap<Link, Long> latest = new TreeMap<>();

    Network(World world, Consumer<Message> deliver) {
        this.world = world;
        this.deliver = deliver;
        this.random = world.chance().network();
        this.faults = world.scenario().faults();
    }

    private boolean strikes(int perThousand) {
        return random.nextInt(1_000) < perThousand;
    }

    private void count(Happening happening) {
        world.coverage().count(happening);
    }

    void send(Message message) {
        if (cut.contains(link(message))) {
            world.trace().note("cut off", message.signer(), message.to());
            return;
        }
        if (strikes(faults.drop())) {
            count(Happening.DROP);
            world.trace().note("dropped", message.signer(), message.to());
            return;
        }
        if (strikes(faults.duplicate())) {
            count(Happening.DUPLICATE);
            schedule(message);
        }
        schedule(strikes(faults.tamper()) ? tampered(message) : message);
    }

    private static Link link(Message message) {
        return Link.between(message.signer().number(), message.to().number());
    }

    private void schedule(Message message) {
        long delay = 20L + random.nextInt(QUICK);
        if (strikes(faults.delay())) {
            count(Happening.DELAY);
            delay += random.nextInt(SLOW);
        }
        long arrival = world.agenda().now() + delay;
        long before = latest.getOrDefault(link(message), 0L);
        if (arrival < before) {
            count(Happening.REORDER);
        }
        latest.put(link(message), Math.max(before, arrival));
        world.agenda().in(delay, () -> arrives(message));
    }

    private void arrives(Message message) {
        if (!cut.contains(link(message))) {
            deliver.accept(message);
        }
    }

    private Message tampered(Message message) {
        byte[] bytes = message.bytes();
        if (bytes.length == 0) {
            return message;
        }
        if (Chance.oneIn(random, 3)) {
            count(Happening.TRUNCATE);
            return message.withBytes(Arrays.copyOf(bytes, random.nextInt(bytes.length)));
        }
        count(Happening.CORRUPT);
        byte[] flipped = bytes.clone();
        int place = random.nextInt(bytes.length);
        flipped[place] ^= (byte) (1 << random.nextInt(8));
        return message.withBytes(flipped);
    }

    /// Now and then a link goes down for a while.
    void partitions() {
        if (strikes(faults.partition())) {
            count(Happening.PARTITION);
            var all = world.scenario().links().stream().toList();
            Link link = Chance.pick(random, all);
            world.trace().note("link down", link.low(), link.high());
            cut.add(link);
            world.agenda()
                    .in(
                            30_000 + random.nextInt(SLOW),
                            () -> {
                                cut.remove(link);
                                world.trace().note("link up", link.low(), link.high());
                            });
        }
    }
}
