package org.counterpart.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Random dossiers, written by honest and corrupt nodes at the same time, reach every node in another order: all hold
/// the same, and conclude the same.
class ArrivalOrderTest {
    private static final int ORDERS = 8;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void givesEveryNodeTheSameDossier(int block) {
        for (int seed = 4 * block; seed < 4 * block + 4; seed++) {
            var tale = new RandomTale(seed, 60);
            Held first = heldAfter(tale, seed);
            assertThat(first.ids()).isEqualTo(tale.village.held.ids());
            SortedMap<EntryId, VoidReason> voids = voids(first);
            Picture picture = picture(tale, first);
            for (int order = 1; order < ORDERS; order++) {
                Held other = heldAfter(tale, 1_000 * order + seed);
                assertThat(other.ids()).as("accepted, seed %d", seed).isEqualTo(first.ids());
                assertThat(refusedForGood(other)).isEqualTo(refusedForGood(first));
                assertThat(other.members().now(tale.village.dossier()))
                        .isEqualTo(first.members().now(tale.village.dossier()));
                assertThat(voids(other)).isEqualTo(voids);
                assertThat(picture(tale, other)).isEqualTo(picture);
            }
        }
    }

    /// What one node holds earlier than another never decides who was a member when something was written.
    @Test
    void judgesNothingByWhatCameLater() {
        for (int seed = 100; seed < 110; seed++) {
            var tale = new RandomTale(seed, 40);
            var growing = new Held();
            for (Placed placed : tale.village.held.all()) {
                assertThat(growing.take(placed.signed())).isEqualTo(new Placement.Taken(placed));
            }
        }
    }

    /// A void is never taken back by entries that do not know of it, whatever else arrives.
    @Test
    void meetsEveryRareCase() {
        var voids = new EnumMap<VoidReason, Integer>(VoidReason.class);
        var refusals = new EnumMap<EnvelopeRefusal, Integer>(EnvelopeRefusal.class);
        int out = 0;
        for (int seed = 0; seed < 32; seed++) {
            var tale = new RandomTale(seed, 60);
            Held held = heldAfter(tale, seed);
            count(voids, voids(held).values());
            count(refusals, held.refusals().values());
            Members members = held.members();
            out +=
                    members.ever(tale.village.dossier()).size()
                            - members.now(tale.village.dossier()).size();
        }
        assertThat(voids)
                .containsKeys(
                        VoidReason.TWO_HISTORIES,
                        VoidReason.WRITTEN_AFTER_REMOVAL,
                        VoidReason.AUTHOR_NOT_ADMITTED);
        assertThat(refusals)
                .containsKeys(
                        EnvelopeRefusal.AUTHOR_NOT_A_MEMBER,
                        EnvelopeRefusal.NOT_A_STEWARD,
                        EnvelopeRefusal.SIGNATURE_WRONG,
                        EnvelopeRefusal.PARENT_REFUSED,
                        EnvelopeRefusal.SEQUENCE_BROKEN,
                        EnvelopeRefusal.LAST_NUMBER_WRONG);
        assertThat(out).isPositive();
    }

    private static Held heldAfter(RandomTale tale, long seed) {
        var arriving = new ArrayList<>(tale.sent());
        Collections.shuffle(arriving, new Random(seed));
        var held = new Held();
        held.takeAll(arriving);
        return held;
    }

    /// A broken copy is met only where it comes before the genuine one.
    private static SortedSet<EntryId> refusedForGood(Held held) {
        var refused = new TreeSet<EntryId>();
        held.refusals()
                .forEach(
                        (id, ground) -> {
                            if (ground != EnvelopeRefusal.SIGNATURE_WRONG) {
                                refused.add(id);
                            }
                        });
        return refused;
    }

    private static SortedMap<EntryId, VoidReason> voids(Held held) {
        var voids = new TreeMap<EntryId, VoidReason>();
        Members members = held.members();
        MembershipActs together = members.together(held.all().getFirst().dossier());
        for (Placed placed : held.all()) {
            members.voids(placed, together).ifPresent(reason -> voids.put(placed.id(), reason));
        }
        return voids;
    }

    private static Picture picture(RandomTale tale, Held held) {
        return Folding.fold(
                tale.village.dossier(), held.entries(), tale.village.sights(), List.of());
    }

    private static <E extends Enum<E>> void count(Map<E, Integer> counts, Iterable<E> seen) {
        seen.forEach(one -> counts.merge(one, 1, Integer::sum));
    }
}
