package org.counterpart.simulation;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.random.RandomGeneratorFactory;

/// All chance of one run, one generator for each concern: leaving out an act of the workload does not change what
/// the network does.
record Chance(
        RandomGenerator scenario,
        RandomGenerator network,
        RandomGenerator crashes,
        RandomGenerator workload,
        RandomGenerator adversary,
        RandomGenerator cryptography,
        RandomGenerator healing) {
    private static final RandomGeneratorFactory<SplittableGenerator> FACTORY =
            RandomGeneratorFactory.of("L64X128MixRandom");

    static Chance of(long seed) {
        SplittableGenerator root = FACTORY.create(seed);
        return new Chance(
                root.split(),
                root.split(),
                root.split(),
                root.split(),
                root.split(),
                root.split(),
                root.split());
    }

    static boolean oneIn(RandomGenerator random, int many) {
        return random.nextInt(many) == 0;
    }

    static <T> T pick(RandomGenerator random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
