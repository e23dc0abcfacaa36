package org.counterpart.dossier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A value of the one grammar that is signed and sent: strings, booleans, whole numbers, lists and objects.
///
/// Narrower than JSON on purpose. Fractions, exponents, `null` and numbers beyond 2^53 - 1 are where two
/// honest writers of RFC 8785 differ, so they cannot be said here at all; absence is said by leaving a name out.
public sealed interface Json {
    /// The largest whole number that every JSON reader keeps exactly (RFC 8785 appendix D, I-JSON).
    long MAX_NUMBER = (1L << 53) - 1;

    record Text(String value) implements Json {}

    record Flag(boolean value) implements Json {}

    record Whole(long value) implements Json {
        public Whole {
            if (value > MAX_NUMBER || value < -MAX_NUMBER) {
                throw new Malformed("number " + value + " is beyond 2^53 - 1");
            }
        }
    }

    record Items(List<Json> values) implements Json {
        public Items {
            values = List.copyOf(values);
        }
    }

    /// Members sorted by UTF-16 code units, which is both `String.compareTo` and RFC 8785 3.2.3.
    record Members(SortedMap<String, Json> values) implements Json {
        public Members {
            values = Collections.unmodifiableSortedMap(sorted(values));
        }

        /// In natural order whatever order the given map had.
        private static SortedMap<String, Json> sorted(Map<String, Json> values) {
            return new TreeMap<>(values);
        }

        /// The same object with one member more, or replaced.
        public Members with(String name, Json value) {
            var copy = new TreeMap<>(values);
            copy.put(name, value);
            return new Members(copy);
        }

        public Members with(String name, String value) {
            return with(name, new Text(value));
        }

        public Members with(String name, long value) {
            return with(name, new Whole(value));
        }

        public Members with(String name, boolean value) {
            return with(name, new Flag(value));
        }

        public Members without(String name) {
            var copy = new TreeMap<>(values);
            copy.remove(name);
            return new Members(copy);
        }
    }

    static Members object() {
        return new Members(new TreeMap<>(Map.of()));
    }

    static Items texts(Iterable<String> values) {
        var items = new ArrayList<Json>();
        values.forEach(value -> items.add(new Text(value)));
        return new Items(items);
    }

    static Items items(Iterable<? extends Json> values) {
        var items = new ArrayList<Json>();
        values.forEach(items::add);
        return new Items(items);
    }

    /// The canonical bytes (RFC 8785) of this value.
    default byte[] bytes() {
        return CanonicalJson.write(this);
    }
}
