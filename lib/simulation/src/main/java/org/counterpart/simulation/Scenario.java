package org.counterpart.simulation;

import org.counterpart.replication.Limits;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/// The outline of one run, drawn from its seed: who is there, who is corrupt, who peers with whom, how bad it gets.
///
/// @param links peerings in force at the start; those between honest nodes connect all of them
record Scenario(
        int nodes,
        SortedSet<Integer> corrupt,
        SortedSet<Link> links,
        int acts,
        Faults faults,
        Limits limits,
        boolean realCryptography) {
    /// Of every so many seeds, one runs the published algorithms.
    static final int REAL_EVERY = 50;

    /// Of every so many seeds, in one a newcomer has room for a few entries on promises only: others must give way.
    static final int NARROW_EVERY = 16;

    private static final int NARROW = 3;

    /// A peering between two nodes, by their numbers.
    record Link(int low, int high) implements Comparable<Link> {
        static Link between(int one, int other) {
            return new Link(Math.min(one, other), Math.max(one, other));
        }

        @Override
        public int compareTo(Link other) {
            return low == other.low
                    ? Integer.compare(high, other.high)
                    : Integer.compare(low, other.low);
        }
    }

    /// How often each goes wrong, in a thousand.
    record Faults(
            int drop,
            int duplicate,
            int delay,
            int tamper,
            int crash,
            int partition,
            int clock,
            int evil) {
        static Faults draw(RandomGenerator random) {
            return new Faults(
                    level(random, 150),
                    level(random, 120),
                    level(random, 120),
                    level(random, 60),
                    level(random, 60),
                    level(random, 40),
                    level(random, 40),
                    300 + random.nextInt(500));
        }

        /// A third of the runs know a fault not at all, so that the others show unhidden.
        private static int level(RandomGenerator random, int most) {
            return Chance.oneIn(random, 3) ? 0 : random.nextInt(most) + 1;
        }
    }

    static Scenario draw(long seed, RandomGenerator random, boolean real) {
        int nodes = 3 + random.nextInt(Chance.oneIn(random, 4) ? 3 : 2);
        var corrupt = new TreeSet<Integer>();
        int bad = Chance.oneIn(random, 3) ? 0 : random.nextInt(nodes - 1);
        while (corrupt.size() < bad) {
            corrupt.add(random.nextInt(nodes));
        }
        return new Scenario(
                nodes,
                corrupt,
                links(nodes, corrupt, random),
                4 + random.nextInt(8),
                Faults.draw(random),
                isNarrow(seed) ? narrow(limits(random)) : limits(random),
                real || seed % REAL_EVERY == 0);
    }

    /// A chain of the honest in random order, the corrupt hung on anywhere, and some more.
    private static SortedSet<Link> links(
            int nodes, SortedSet<Integer> corrupt, RandomGenerator random) {
        var links = new TreeSet<Link>();
        int last = -1;
        for (int node = 0; node < nodes; node++) {
            if (!corrupt.contains(node)) {
                if (last >= 0) {
                    links.add(Link.between(last, node));
                }
                last = Chance.oneIn(random, 3) && last >= 0 ? last : node;
            }
        }
        for (int one = 0; one < nodes; one++) {
            for (int other = one + 1; other < nodes; other++) {
                boolean suspect = corrupt.contains(one) || corrupt.contains(other);
                if (Chance.oneIn(random, suspect ? 2 : 4)) {
                    links.add(Link.between(one, other));
                }
            }
        }
        return Collections.unmodifiableSortedSet(links);
    }

    private static Limits limits(RandomGenerator random) {
        Limits standard = Limits.STANDARD;
        return switch (random.nextInt(4)) {
            case 0 -> new Limits(standard.batchBytes(), 3, standard.carried(), 10_000);
            case 1 -> new Limits(16_384, 20, 2, 10_000);
            default -> standard;
        };
    }

    private static boolean isNarrow(long seed) {
        return seed % NARROW_EVERY == 5;
    }

    private static Limits narrow(Limits drawn) {
        return new Limits(drawn.batchBytes(), drawn.batchItems(), drawn.carried(), NARROW);
    }

    /// Whether a newcomer has room for a few entries on promises only.
    boolean isNarrow() {
        return limits.provisional() <= NARROW;
    }

    /// Whether a newcomer surely has room for a dossier of so many entries: half of it, where it gave way before.
    boolean hasRoomFor(int entries) {
        return entries <= limits.provisional() / 2;
    }

    boolean isHonest(int node) {
        return !corrupt.contains(node);
    }
}
