package org.counterpart.replication.memory;

/// A key of two parts.
record Key<A extends Comparable<A>, B extends Comparable<B>>(A first, B second)
        implements Comparable<Key<A, B>> {
    @Override
    public int compareTo(Key<A, B> other) {
        int order = first.compareTo(other.first);
        return order == 0 ? second.compareTo(other.second) : order;
    }
}
