package org.counterpart.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterpart.ledger.SampleLog.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.counterpart.ledger.Verification.Broken;
import org.counterpart.ledger.Verification.Place.AtLeaf;
import org.counterpart.ledger.Verification.Place.Between;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Damage done by a seeded generator: no byte of an export may be changed without being noticed.
class TamperCampaignTest {
    private static final SampleLog LOG = new SampleLog(15, 7);

    private final byte[] honest = (String.join("\n", LOG.lines()) + "\n").getBytes(UTF_8);
    private final Random random = new Random(20261124);

    @Test
    void noticesEveryChangedByte() {
        for (int at = 0; at < honest.length; at++) {
            byte[] tampered = honest.clone();
            tampered[at] ^= (byte) (1 + random.nextInt(255));
            assertNoticed(tampered, at);
        }
    }

    @Test
    void noticesEveryFlippedLowBit() {
        for (int at = 0; at < honest.length; at++) {
            byte[] tampered = honest.clone();
            tampered[at] ^= 1;
            assertNoticed(tampered, at);
        }
    }

    @Test
    void noticesEveryLengthItIsCutTo() {
        for (int length = 0; length < honest.length; length++) {
            assertNoticed(Arrays.copyOf(honest, length), length);
        }
    }

    @Test
    void noticesEveryRemovedOrDoubledLineThatHoldsALeaf() {
        List<String> lines = LOG.lines();
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).startsWith("held ") || lines.get(at).startsWith("erased ")) {
                var removed = new ArrayList<>(lines);
                removed.remove(at);
                assertThat(verify(removed)).as("line %d removed", at).isInstanceOf(Broken.class);
                var doubled = new ArrayList<>(lines);
                doubled.add(at, lines.get(at));
                assertThat(verify(doubled)).as("line %d doubled", at).isInstanceOf(Broken.class);
            }
        }
    }

    @Test
    void noticesEverySwapOfTwoLines() {
        List<String> lines = LOG.lines();
        for (int a = 0; a < lines.size(); a++) {
            for (int b = 0; b < a; b++) {
                var swapped = new ArrayList<>(lines);
                Collections.swap(swapped, a, b);
                assertThat(verify(swapped)).as("lines %d, %d", a, b).isInstanceOf(Broken.class);
            }
        }
    }

    @Test
    void staysCalmOnNoise() {
        Map<LedgerRefusal, Integer> seen = new EnumMap<>(LedgerRefusal.class);
        for (int round = 0; round < 2_000; round++) {
            byte[] noise = honest.clone();
            int from = random.nextInt(noise.length);
            int to = Math.min(noise.length, from + 1 + random.nextInt(200));
            for (int at = from; at < to; at++) {
                noise[at] = (byte) random.nextInt(256);
            }
            if (verify(noise) instanceof Broken broken) {
                seen.merge(broken.code(), 1, Integer::sum);
            }
        }
        assertThat(seen.values().stream().mapToInt(i -> i).sum()).isGreaterThan(1_995);
        assertThat(seen)
                .containsKeys(
                        LedgerRefusal.LEDGER_LEAF_EDITED, LedgerRefusal.LEDGER_LINE_MALFORMED);
    }

    /// Broken, and never named later than the damage: the first bad leaf is at or before it.
    private void assertNoticed(byte[] tampered, int at) {
        assertThat(verify(tampered))
                .as("byte %d", at)
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken ->
                                assertThat(firstNamed(broken))
                                        .as("byte %d: %s", at, broken)
                                        .isLessThanOrEqualTo(leavesBefore(at)));
    }

    private long leavesBefore(int at) {
        return new String(honest, 0, at, UTF_8)
                .lines()
                .filter(line -> line.startsWith("held ") || line.startsWith("erased "))
                .count();
    }

    private static long firstNamed(Broken broken) {
        return switch (broken.place()) {
            case AtLeaf(long number) -> number;
            case Between(long fromSize, long _) -> fromSize;
        };
    }
}
