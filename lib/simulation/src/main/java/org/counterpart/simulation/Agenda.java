package org.counterpart.simulation;

import java.util.Comparator;
import java.util.PriorityQueue;

/// What is to happen, ordered by time and then by when it was noted down: the only scheduler.
final class Agenda {
    private record Item(long time, long number, Runnable event) {}

    private final PriorityQueue<Item> items =
            new PriorityQueue<>(
                    Comparator.comparingLong(Item::time).thenComparingLong(Item::number));
    private long now;
    private long number;

    /// Simulated milliseconds since the run began.
    long now() {
        return now;
    }

    void in(long milliseconds, Runnable event) {
        items.add(new Item(now + milliseconds, number++, event));
    }

    /// Lets happen what is due before this time.
    void runUntil(long end) {
        while (!items.isEmpty() && items.element().time() < end) {
            Item next = items.remove();
            now = next.time();
            next.event().run();
        }
        now = end;
    }

    /// Time passes although nothing is due.
    void pass(long milliseconds) {
        now += milliseconds;
    }

    /// Whatever is still to happen does not.
    void clear() {
        items.clear();
    }
}
