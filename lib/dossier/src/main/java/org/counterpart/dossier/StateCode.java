package org.counterpart.dossier;

/// A state or territory by its ISO 3166-1 letters, such as `NG`.
public record StateCode(String letters) implements Comparable<StateCode> {
    public StateCode {
        if (!letters.matches("[A-Z]{2}")) {
            throw new Malformed(
                    "a state is two capital letters of ISO 3166-1, not '" + letters + "'");
        }
    }

    @Override
    public int compareTo(StateCode other) {
        return letters.compareTo(other.letters);
    }

    @Override
    public String toString() {
        return letters;
    }
}
