package org.counterpart.replication.memory;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Rows by key, in the order of their keys; what the open transaction wrote can be taken back.
final class Table<K extends Comparable<K>, V> {
    private final TreeMap<K, V> rows = new TreeMap<>();
    private final Journal journal;

    Table(Journal journal) {
        this.journal = journal;
    }

    Optional<V> find(K key) {
        return Optional.ofNullable(rows.get(key));
    }

    boolean has(K key) {
        return rows.containsKey(key);
    }

    V get(K key, V otherwise) {
        return rows.getOrDefault(key, otherwise);
    }

    SortedMap<K, V> rows() {
        return Collections.unmodifiableSortedMap(rows);
    }

    void put(K key, V value) {
        journal.announceWrite();
        restoreLater(key, rows.put(key, value));
    }

    void remove(K key) {
        journal.announceWrite();
        restoreLater(key, rows.remove(key));
    }

    private void restoreLater(K key, @Nullable V before) {
        journal.written(
                () -> {
                    if (before == null) {
                        rows.remove(key);
                    } else {
                        rows.put(key, before);
                    }
                });
    }
}
