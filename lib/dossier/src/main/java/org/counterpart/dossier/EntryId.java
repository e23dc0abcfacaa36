package org.counterpart.dossier;

/// The identity of an entry: SHA-256 of its canonical envelope, 64 lower-case hex digits.
public record EntryId(String hex) implements Comparable<EntryId> {
    public EntryId {
        Fields.hex("entry id", hex, 32);
    }

    @Override
    public int compareTo(EntryId other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
