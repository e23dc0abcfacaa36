package org.counterpart.replication;

import org.counterpart.dossier.Cryptography;
import org.counterpart.dossier.Guards;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// What the machine is given from outside, besides the store: algorithms, chance, time and limits.
public record Tools(
        Cryptography cryptography,
        RandomGenerator random,
        InstantSource clock,
        Limits limits,
        Guards guards) {}
