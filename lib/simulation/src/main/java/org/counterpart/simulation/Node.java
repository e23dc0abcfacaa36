package org.counterpart.simulation;

import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.Guards;
import org.counterpart.dossier.NodeId;
import org.counterpart.replication.Exchanging;
import org.counterpart.replication.Replication;
import org.counterpart.replication.Store;
import org.counterpart.replication.Tools;
import org.counterpart.replication.memory.Journal;
import org.counterpart.replication.memory.MemoryStore;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// One node: the shipped machine over a store in memory, on a computer that may stop at any write.
final class Node {
    /// 1 November 2026.
    private static final long BEGINNING = 1_793_491_200_000L;

    private final World world;
    private final int number;
    private final Keyring keyring;
    private final Journal journal = new Journal(this::crashPoint);
    private final MemoryStore store = new MemoryStore(journal);
    private final Replication replication;
    private final Exchanging exchanging;
    private final Durable durable = new Durable(store);
    private boolean up = true;
    private int life;
    private int pointsUntilCrash;
    private long clockOffset;

    Node(World world, int number) {
        this.world = world;
        this.number = number;
        this.keyring = new Keyring(world.cryptography(), world.chance().cryptography());
        var tools =
                new Tools(
                        world.cryptography(),
                        world.chance().cryptography(),
                        this::clock,
                        world.scenario().limits(),
                        isHonest() ? world.guards() : Guards.ALL);
        this.replication = new Replication(keyring::keys, tools);
        this.exchanging =
                new Exchanging(
                        replication,
                        new Exchanging.Transactions() {
                            @Override
                            public <T> T run(Function<Store, T> work) {
                                return transaction(work);
                            }
                        });
    }

    int number() {
        return number;
    }

    NodeId id() {
        return keyring.keys().node();
    }

    Keyring keyring() {
        return keyring;
    }

    MemoryStore store() {
        return store;
    }

    Replication replication() {
        return replication;
    }

    Exchanging exchanging() {
        return exchanging;
    }

    Durable durable() {
        return durable;
    }

    boolean isHonest() {
        return world.scenario().isHonest(number);
    }

    boolean isUp() {
        return up;
    }

    /// Counts its starts: what it had in hand before a crash means nothing after.
    int life() {
        return life;
    }

    Instant clock() {
        return Instant.ofEpochMilli(BEGINNING + world.agenda().now() + clockOffset);
    }

    void moveClock(long milliseconds) {
        clockOffset += milliseconds;
    }

    /// Lets the node stop at its n-th crash point from now.
    void crashAfter(int points) {
        pointsUntilCrash = points;
    }

    private void crashPoint() {
        if (pointsUntilCrash > 0 && --pointsUntilCrash == 0) {
            throw new Crash();
        }
    }

    /// Runs work of an officer or operator as one transaction.
    <T> T transaction(Function<Store, T> work) {
        crashPoint();
        T result = work.apply(store);
        crashPoint();
        journal.commit();
        durable.refresh();
        crashPoint();
        return result;
    }

    /// Lets the node do something that may end in a crash; empty when it did.
    <T> Optional<T> perform(Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (Crash e) {
            crash();
            return Optional.empty();
        } catch (Violation e) {
            throw e;
        } catch (RuntimeException e) {
            throw new Violation("the machine never throws", e);
        }
    }

    private void crash() {
        journal.rollBack();
        up = false;
        life++;
        world.coverage().count(Happening.CRASH);
        world.trace().note("crash", this);
        world.agenda().in(1_000 + world.chance().crashes().nextInt(60_000), this::start);
    }

    void start() {
        up = true;
        pointsUntilCrash = 0;
    }

    boolean holds(DossierId dossier) {
        return store.envelopes().dossiers().contains(dossier);
    }

    @Override
    public String toString() {
        return (isHonest() ? "n" : "c") + number;
    }
}
