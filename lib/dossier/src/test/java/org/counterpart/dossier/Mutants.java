package org.counterpart.dossier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/// What a hostile sender makes of something valid: the same JSON with one value changed, dropped, doubled or added.
final class Mutants {
    private static final List<Json> ODD =
            List.of(
                    new Json.Text(""),
                    new Json.Text("\ud83d\ude00"),
                    new Json.Text("a".repeat(70_000)),
                    new Json.Text("0".repeat(64)),
                    new Json.Text("A"),
                    new Json.Whole(0),
                    new Json.Whole(-1),
                    new Json.Whole(-4_294_966_272L),
                    new Json.Whole(Json.MAX_NUMBER),
                    new Json.Whole(-Json.MAX_NUMBER),
                    new Json.Flag(true),
                    Json.items(List.of()),
                    Json.items(List.of(Json.items(List.of()), Json.object())),
                    Json.texts(List.of("", "")),
                    Json.object(),
                    Json.object().with("", Json.object()));

    private final Random random;

    Mutants(long seed) {
        this.random = new Random(seed);
    }

    Json of(Json valid) {
        return switch (valid) {
            case Json.Members members when !members.values().isEmpty() && random.nextInt(8) > 0 ->
                    ofMembers(members);
            case Json.Items(var values) when !values.isEmpty() && random.nextInt(4) > 0 ->
                    ofItems(values);
            case Json.Text(String text) when !text.isEmpty() && random.nextBoolean() ->
                    new Json.Text(ofText(text));
            case Json.Whole(long number) when random.nextBoolean() ->
                    new Json.Whole(
                            Math.clamp(
                                    number + random.nextInt(3) - 1,
                                    -Json.MAX_NUMBER,
                                    Json.MAX_NUMBER));
            default -> odd();
        };
    }

    byte[] of(byte[] valid) {
        byte[] mutant = valid.clone();
        for (int i = random.nextInt(3); i >= 0 && mutant.length > 0; i--) {
            int at = random.nextInt(mutant.length);
            switch (random.nextInt(4)) {
                case 0 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> mutant[at] = (byte) random.nextInt(256);
                case 2 -> mutant = Arrays.copyOf(mutant, at);
                default -> mutant[at] = mutant[random.nextInt(mutant.length)];
            }
        }
        return mutant;
    }

    private Json.Members ofMembers(Json.Members members) {
        var values = new TreeMap<>(members.values());
        String name = List.copyOf(values.keySet()).get(random.nextInt(values.size()));
        switch (random.nextInt(10)) {
            case 0 -> values.remove(name);
            case 1 -> values.put(ofText(name), odd());
            default -> values.computeIfPresent(name, (_, value) -> of(value));
        }
        return new Json.Members(values);
    }

    private Json ofItems(List<Json> values) {
        var items = new ArrayList<>(values);
        int at = random.nextInt(items.size());
        switch (random.nextInt(4)) {
            case 0 -> items.remove(at);
            case 1 -> items.add(items.get(at));
            default -> items.set(at, of(items.get(at)));
        }
        return new Json.Items(items);
    }

    private String ofText(String text) {
        var mutant = new StringBuilder(text.isEmpty() ? "a" : text);
        int at = random.nextInt(mutant.length());
        switch (random.nextInt(4)) {
            case 0 -> mutant.deleteCharAt(at);
            case 1 -> mutant.insert(at, 'z');
            default -> mutant.setCharAt(at, "0afgAz_-=\"\n".charAt(random.nextInt(11)));
        }
        return mutant.toString();
    }

    private Json odd() {
        return ODD.get(random.nextInt(ODD.size()));
    }
}
