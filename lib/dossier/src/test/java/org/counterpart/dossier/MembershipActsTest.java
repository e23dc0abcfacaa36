package org.counterpart.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which entries the changes of members leave without a voice: what the rules say in the plainest words, and bounded work
/// for whoever has to find out.
class MembershipActsTest {
    private static final NodeId STEWARD = Growing.node(1);
    private static final NodeId WITNESS = Growing.node(2);
    private static final TestNode KENYA = TestNode.named("kenairobi");

    /// The rules with a walk for every question, and no act that answers for another.
    private static final class Plain {
        private final Growing growing;
        private final Map<EntryId, Boolean> heard = new HashMap<>();
        private final Map<EntryId, Boolean> silenced = new HashMap<>();
        private final Map<EntryId, Set<EntryId>> pasts = new HashMap<>();

        Plain(Growing growing) {
            this.growing = growing;
            growing.membership(growing.dossier()).stream()
                    .sorted(Members.CAUSES_FIRST)
                    .forEach(act -> heard.put(act.id(), isHeardAtAll(act)));
        }

        private boolean hasSeen(Placed later, Placed earlier) {
            return !later.equals(earlier) && includes(later, earlier);
        }

        private boolean includes(Placed later, Placed earlier) {
            return pasts.computeIfAbsent(later.id(), _ -> past(later)).contains(earlier.id());
        }

        private Set<EntryId> past(Placed later) {
            var open = new ArrayDeque<EntryId>(List.of(later.id()));
            Set<EntryId> past = new HashSet<>(open);
            while (!open.isEmpty()) {
                growing.find(open.remove()).orElseThrow().envelope().parents().stream()
                        .filter(past::add)
                        .forEach(open::add);
            }
            return past;
        }

        private boolean isHeardAtAll(Placed act) {
            return !isCutOff(act) && isAdmitted(act);
        }

        private boolean isAdmitted(Placed entry) {
            List<Placed> seen =
                    growing.all().stream()
                            .filter(act -> brings(act, entry.author()) && hasSeen(entry, act))
                            .toList();
            return seen.isEmpty() || seen.stream().anyMatch(this::isHeard);
        }

        Optional<VoidReason> voids(Placed entry) {
            if (isCutOff(entry) || isBesideItsLeave(entry)) {
                return Optional.of(VoidReason.WRITTEN_AFTER_REMOVAL);
            }
            return isAdmitted(entry)
                    ? Optional.empty()
                    : Optional.of(VoidReason.AUTHOR_NOT_ADMITTED);
        }

        private boolean isHeard(Placed act) {
            return Optional.ofNullable(heard.get(act.id())).orElse(true);
        }

        private boolean isCutOff(Placed entry) {
            return growing.all().stream()
                    .filter(
                            removal ->
                                    Members.putOut(removal)
                                            .filter(entry.author()::equals)
                                            .isPresent())
                    .filter(removal -> !isOnABranch(removal))
                    .filter(removal -> !includes(removal, entry))
                    .filter(removal -> !isOverruled(removal))
                    .anyMatch(removal -> !isRestored(entry, removal));
        }

        private boolean isBesideItsLeave(Placed entry) {
            return growing.all().stream()
                    .filter(act -> act.author().equals(entry.author()))
                    .filter(act -> puts(act, act.author()) && isOnABranch(act))
                    .filter(leave -> leave.sequence() < entry.sequence())
                    .filter(leave -> !includes(leave, entry))
                    .anyMatch(leave -> !isRestored(entry, leave));
        }

        boolean isOverruled(Placed removal) {
            return Members.putOut(removal).filter(removal.author()::equals).isEmpty()
                    && isSilenced(removal);
        }

        private boolean isSilenced(Placed entry) {
            Boolean known = silenced.get(entry.id());
            if (known == null) {
                known = isDismissed(entry);
                silenced.put(entry.id(), known);
            }
            return known;
        }

        private boolean isDismissed(Placed entry) {
            List<Placed> broughtIn =
                    growing.all().stream()
                            .filter(act -> brings(act, entry.author()) && hasSeen(entry, act))
                            .toList();
            boolean dismissed =
                    growing.all().stream()
                            .filter(this::isDismissal)
                            .filter(act -> puts(act, entry.author()) && !includes(act, entry))
                            .anyMatch(
                                    act ->
                                            broughtIn.stream()
                                                    .filter(later -> hasSeen(later, act))
                                                    .allMatch(this::isSilenced));
            return dismissed
                    || (!broughtIn.isEmpty() && broughtIn.stream().allMatch(this::isSilenced));
        }

        private boolean isDismissal(Placed act) {
            NodeId opener = growing.all().getFirst().author();
            return act.author().equals(opener)
                    && act.membership() instanceof Membership.Remove
                    && !puts(act, opener)
                    && !isOnABranch(act)
                    && growing.all().stream()
                            .filter(leave -> leave.author().equals(opener) && puts(leave, opener))
                            .allMatch(leave -> includes(leave, act));
        }

        private static boolean puts(Placed act, NodeId node) {
            return Members.putOut(act).filter(node::equals).isPresent();
        }

        private boolean isOnABranch(Placed act) {
            return growing.all().stream()
                    .filter(other -> other.author().equals(act.author()))
                    .filter(other -> other.sequence() <= act.sequence())
                    .anyMatch(other -> !includes(act, other));
        }

        private boolean isRestored(Placed entry, Placed removal) {
            return growing.all().stream()
                    .filter(act -> act.membership() instanceof Membership.Add)
                    .filter(act -> brings(act, entry.author()) && hasSeen(entry, act))
                    .anyMatch(act -> isHeard(act) && hasSeen(act, removal));
        }

        private static boolean brings(Placed act, NodeId node) {
            return Members.joins(act).stream()
                    .anyMatch(member -> member.card().card().node().equals(node));
        }
    }

    @Test
    void voidsWhatTheRulesVoidWhenTheyAreReadPlainly() {
        var nodes =
                Stream.of("kenairobi", "ngabuja", "vnhanoi", "pelima")
                        .map(name -> TestNode.named(name).card())
                        .toList();
        var met = EnumSet.noneOf(VoidReason.class);
        long overruled = 0;
        for (int seed = 0; seed < 120; seed++) {
            Growing growing = tale(new Random(seed), nodes, seed % 2 == 0);
            var plain = new Plain(growing);
            var members = new Members(growing, Guards.without(Guard.ONE_HISTORY_EACH));
            MembershipActs together = members.together(growing.dossier());
            for (Placed entry : growing.all()) {
                Optional<VoidReason> expected = plain.voids(entry);
                assertThat(members.voids(entry, together)).as("seed %d", seed).isEqualTo(expected);
                expected.ifPresent(met::add);
            }
            overruled +=
                    growing.all().stream()
                            .filter(act -> act.membership() instanceof Membership.Remove)
                            .filter(plain::isOverruled)
                            .count();
        }
        assertThat(overruled).isGreaterThan(20);
        assertThat(met)
                .containsExactlyInAnyOrder(
                        VoidReason.WRITTEN_AFTER_REMOVAL, VoidReason.AUTHOR_NOT_ADMITTED);
    }

    /// Two members from the start; the others write as soon as they like, brought in or not.
    ///
    /// @param wild with many removals, and numbers used twice at every turn
    private static Growing tale(Random random, List<SignedCard> nodes, boolean wild) {
        var growing = new Growing();
        NodeId first = nodes.getFirst().card().node();
        growing.changes(
                first, new Membership.Open(nodes.subList(0, 2), Set.of(), Set.of(Suite.CP1)));
        while (growing.all().size() < 50) {
            NodeId author = pick(random, nodes).card().node();
            var seen = new TreeMap<EntryId, Placed>();
            List<Placed> own =
                    growing.all().stream().filter(entry -> entry.author().equals(author)).toList();
            Placed start =
                    own.isEmpty()
                            ? pick(random, growing.all())
                            : pick(
                                    random,
                                    own.subList(
                                            Math.max(0, own.size() - (wild ? 4 : 1)), own.size()));
            seen.put(start.id(), start);
            Placed more = pick(random, growing.all());
            if (more.clock().of(author) <= start.clock().of(author)) {
                seen.put(more.id(), more);
            }
            growing.changes(author, act(random, nodes, wild), seen.values().toArray(Placed[]::new));
        }
        return growing;
    }

    private static Membership act(Random random, List<SignedCard> nodes, boolean wild) {
        SignedCard card = pick(random, nodes);
        return switch (random.nextInt(wild ? 7 : 14)) {
            case 0, 1 -> new Membership.Remove(card.card().node(), 0);
            case 2, 3 -> new Membership.Add(card, false);
            case 4 -> random.nextInt(4) == 0 ? new Membership.Leave() : new Membership.Unchanged();
            default -> new Membership.Unchanged();
        };
    }

    private static <T> T pick(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /// A steward that puts out and brings back as often as it may, and a member with two histories that has written much
    /// before and writes much after.
    private static Growing hostile(int words, int changes) {
        var growing = new Growing();
        NodeId kenya = KENYA.id();
        Placed opening =
                growing.changes(
                        STEWARD,
                        new Membership.Open(
                                List.of(KENYA.card()), Set.of(WITNESS), Set.of(Suite.CP1)));
        Placed own = growing.writes(kenya, opening);
        growing.writes(kenya, opening);
        for (int i = 1; i < words; i++) {
            own = growing.writes(kenya, own);
        }
        Placed last = growing.writes(STEWARD, opening, own);
        growing.writes(STEWARD, opening, own);
        for (int i = 0; i < changes; i++) {
            Membership act =
                    i % 2 == 0
                            ? new Membership.Remove(kenya, words)
                            : new Membership.Add(KENYA.card(), false);
            last = growing.changes(STEWARD, act, last);
        }
        for (int i = 0; i < words; i++) {
            own = growing.writes(kenya, own, last);
        }
        return growing;
    }

    /// With a walk for each question these were some ten million.
    @Test
    void readsEveryEntryAFewTimesHoweverOftenAMemberWithTwoHistoriesIsPutOut() {
        Growing growing = hostile(100, 400);
        growing.found = 0;
        var members = new Members(growing);
        MembershipActs together = members.together(growing.dossier());
        assertThat(growing.all())
                .filteredOn(e -> members.voids(e, together).isEmpty())
                .hasSize(600);
        assertThat(members.now(growing.dossier())).containsKey(KENYA.id());
        assertThat(growing.found).isLessThan(4 * growing.all().size());
    }

    @Test
    void readsEveryEntryAFewTimesForWhatANodeThatIsOutMaySee() {
        Growing growing = hostile(100, 401);
        growing.found = 0;
        Predicate<Placed> visible = new Members(growing).visibleTo(growing.dossier(), KENYA.id());
        assertThat(growing.all()).filteredOn(visible).hasSize(503);
        assertThat(growing.found).isLessThan(4 * growing.all().size());
    }

    /// An act may name hundreds of entries, and a member write hundreds of acts.
    @Test
    void readsEveryEntryAFewTimesForActsAboutManyEntriesOfAnAuthorWithTwoHistories() {
        Growing growing = hostile(300, 0);
        var entries = new DossierEntries(growing.all());
        var about =
                growing.all().stream()
                        .filter(entry -> entry.author().equals(KENYA.id()))
                        .limit(Act.MOST)
                        .map(Placed::id)
                        .collect(Collectors.toSet());
        var act =
                new Act.PermissionRequest(
                        about, Audience.ofNodes(List.of(KENYA.id())), Use.FORWARD, "reason");
        growing.found = 0;
        var causality = new Causality(growing);
        for (Placed entry : growing.all()) {
            assertThat(ActRule.HAS_SEEN_WHAT_IT_IS_ABOUT.holds(entry, act, entries, causality))
                    .as("the twin was seen by nobody")
                    .isFalse();
        }
        assertThat(growing.found).isLessThan(4 * growing.all().size());
    }

    /// As many acts under one number as anybody likes are asked for once, not each for each.
    @Test
    void asksForTheActsUnderOneNumberTogether() {
        var growing = new Growing();
        Placed opening =
                growing.changes(
                        STEWARD,
                        new Membership.Open(List.of(KENYA.card()), Set.of(), Set.of(Suite.CP1)));
        for (int i = 0; i < 300; i++) {
            growing.changes(STEWARD, new Membership.Remove(WITNESS, i), opening);
        }
        Placed last = growing.all().getLast();
        growing.asked = 0;
        assertThat(new Members(growing).after(growing.dossier(), List.of(last))).hasSize(1);
        assertThat(growing.asked).isLessThan(10);
    }
}
