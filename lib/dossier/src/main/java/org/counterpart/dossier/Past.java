package org.counterpart.dossier;

/// Which of the numbered entries an entry is or has seen: a set of small numbers that grows by joining.
///
/// Numbers are given causes first, so whoever has seen an entry has seen nearly all that have lower numbers. Only what
/// follows the unbroken beginning is stored, and a join that adds nothing is the set that was there before: what honest
/// authors have seen takes a few words each, and nobody can make an entry's past longer than one bit for each numbered
/// entry.
final class Past {
    static final Past NOTHING = new Past(0, new long[0]);

    /// So many words are full and not stored.
    private final int full;

    /// The words after the full ones. The first is not full, the last is not empty.
    private final long[] words;

    private Past(int full, long[] words) {
        this.full = full;
        this.words = words;
    }

    boolean has(int number) {
        return (word(number / Long.SIZE) >>> number & 1) != 0;
    }

    Past with(int number) {
        int place = number / Long.SIZE;
        if (has(number)) {
            return this;
        }
        long[] more = words(full, Math.max(end(), place + 1));
        more[place - full] |= 1L << number;
        return of(full, more);
    }

    Past join(Past other) {
        if (includes(other)) {
            return this;
        }
        if (other.includes(this)) {
            return other;
        }
        int from = Math.max(full, other.full);
        long[] joined = words(from, Math.max(end(), other.end()));
        for (int i = 0; i < joined.length; i++) {
            joined[i] |= other.word(from + i);
        }
        return of(from, joined);
    }

    private boolean includes(Past other) {
        for (int place = full; place < other.end(); place++) {
            if ((other.word(place) & ~word(place)) != 0) {
                return false;
            }
        }
        return true;
    }

    /// How many words are stored.
    int size() {
        return words.length;
    }

    private int end() {
        return full + words.length;
    }

    private long word(int place) {
        if (place < full) {
            return -1;
        }
        return place < end() ? words[place - full] : 0;
    }

    private long[] words(int from, int end) {
        var copy = new long[end - from];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = word(from + i);
        }
        return copy;
    }

    private static Past of(int from, long[] words) {
        int more = 0;
        while (more < words.length && words[more] == -1) {
            more++;
        }
        var rest = new long[words.length - more];
        System.arraycopy(words, more, rest, 0, rest.length);
        return new Past(from + more, rest);
    }
}
