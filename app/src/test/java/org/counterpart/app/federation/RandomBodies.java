package org.counterpart.app.federation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// What somebody may send to a door who knows nothing of batches, or a little.
final class RandomBodies {
    private static final int DEEPEST = 4;
    private static final String[] NAMES = {
        "version",
        "from",
        "to",
        "heads",
        "wants",
        "envelopes",
        "parcels",
        "receipts",
        "kept",
        "declined",
        "dossier",
        "clock",
        "digest",
        "\\u0000",
        ""
    };

    private final RandomGenerator random;
    private final byte[] batch;

    /// @param batch a sound one, to be cut off and spoilt
    RandomBodies(RandomGenerator random, byte[] batch) {
        this.random = random;
        this.batch = batch.clone();
    }

    byte[] next() {
        return switch (random.nextInt(6)) {
            case 0 -> bytes();
            case 1 -> json(0).getBytes(StandardCharsets.UTF_8);
            case 2 -> Arrays.copyOf(batch, random.nextInt(batch.length));
            case 3 -> nested().getBytes(StandardCharsets.UTF_8);
            case 4 -> spoilt(number());
            default -> spoilt(json(0));
        };
    }

    private byte[] bytes() {
        byte[] some = new byte[random.nextInt(4_096)];
        random.nextBytes(some);
        return some;
    }

    /// Closed again or not.
    private String nested() {
        int deep = 1 + random.nextInt(100_000);
        boolean list = random.nextBoolean();
        String inside = random.nextBoolean() ? "1" + (list ? "]" : "}").repeat(deep) : "";
        return (list ? "[" : "{\"heads\":").repeat(deep) + inside;
    }

    private String number() {
        String digits = Integer.toString(1 + random.nextInt(9)).repeat(1 + random.nextInt(10_000));
        return switch (random.nextInt(5)) {
            case 0 -> digits;
            case 1 -> "-" + digits;
            case 2 -> "1e" + digits;
            case 3 -> "0." + digits;
            default -> Long.toString(random.nextLong());
        };
    }

    /// A sound batch with one more part, or with another version.
    private byte[] spoilt(String value) {
        String sound = new String(batch, StandardCharsets.UTF_8);
        String body =
                random.nextBoolean()
                        ? sound.replace("\"version\":1", "\"version\":" + value)
                        : "{\"" + name() + "\":" + value + "," + sound.substring(1);
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private String name() {
        return NAMES[random.nextInt(NAMES.length)];
    }

    private String json(int depth) {
        return switch (random.nextInt(depth < DEEPEST ? 7 : 5)) {
            case 0 -> "null";
            case 1 -> Boolean.toString(random.nextBoolean());
            case 2 -> number();
            case 3 -> "\"" + "ab\\u00e9\\ud800".repeat(random.nextInt(3)) + "\"";
            case 4 -> "\"" + name() + "\"";
            case 5 -> "[" + json(depth + 1) + "," + json(depth + 1) + "]";
            default ->
                    "{\""
                            + name()
                            + "\":"
                            + json(depth + 1)
                            + ",\""
                            + name()
                            + "\":"
                            + json(depth + 1)
                            + "}";
        };
    }
}
