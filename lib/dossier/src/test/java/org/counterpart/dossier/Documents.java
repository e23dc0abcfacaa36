package org.counterpart.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/// Random documents of the grammar, with every kind of character in names and texts.
final class Documents {
    private static final List<String> CHARACTERS =
            List.of(
                    "a",
                    "Z",
                    "0",
                    " ",
                    "/",
                    "\"",
                    "\\",
                    "\b",
                    "\t",
                    "\n",
                    "\f",
                    "\r",
                    "\u0000",
                    "\u0001",
                    "\u001f",
                    "\u007f",
                    "\u0080",
                    "\u00f6",
                    "\u00a0",
                    "\u2028",
                    "\u20ac",
                    "\ufb33",
                    "\ufeff",
                    "\uffff",
                    "\ud83d\ude00",
                    "\ud800\udc00",
                    "\udbff\udfff");

    private final Random random;

    Documents(long seed) {
        this.random = new Random(seed);
    }

    Json.Members object() {
        return object(1);
    }

    private Json value(int depth) {
        return switch (random.nextInt(depth < 6 ? 6 : 3)) {
            case 0 -> new Json.Flag(random.nextBoolean());
            case 1 -> new Json.Whole(whole());
            case 2 -> new Json.Text(text());
            case 3, 4 -> object(depth + 1);
            default -> {
                var items = new ArrayList<Json>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    items.add(value(depth + 1));
                }
                yield new Json.Items(items);
            }
        };
    }

    private Json.Members object(int depth) {
        var members = new TreeMap<String, Json>();
        for (int i = random.nextInt(5); i > 0; i--) {
            members.put(text(), value(depth + 1));
        }
        return new Json.Members(members);
    }

    private long whole() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(3) - 1;
            case 1 -> Json.MAX_NUMBER - random.nextInt(3);
            case 2 -> -Json.MAX_NUMBER + random.nextInt(3);
            default -> random.nextLong() >> 11 >> random.nextInt(50);
        };
    }

    private String text() {
        var text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(CHARACTERS.get(random.nextInt(CHARACTERS.size())));
        }
        return text.toString();
    }
}
