package org.counterpart.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/// A dossier that several nodes write at the same time, some of them corrupt, from a seed.
///
/// The first three nodes are members from the start, two of them stewards; the others come, go and are put out. Any
/// author may cite an old past, keep two histories, forge, break the order, or build on what was refused.
final class RandomTale {
    private final List<TestNode> nodes =
            List.of(
                    TestNode.named("ngabuja"),
                    TestNode.named("kenairobi"),
                    TestNode.named("vnhanoi"),
                    TestNode.named("thbangkok"),
                    TestNode.named("pelima"),
                    TestNode.named("tdndjamena"));

    final Village village;
    private final Random random;

    /// Whether authors mostly go on from what they wrote last, so that not nearly every number is used twice.
    private final boolean careful;

    private final List<SignedEnvelope> sent = new ArrayList<>();

    RandomTale(long seed, int entries) {
        this.random = new Random(seed);
        this.careful = seed % 2 == 1;
        this.village = new Village(Set.of(nodes.get(1)), nodes.get(0), nodes.get(1), nodes.get(2));
        if (careful) {
            bringInUnheard();
        }
        for (int i = 0; i < entries; i++) {
            step();
        }
    }

    /// Everything that was sent, by whoever, lawful or not.
    List<SignedEnvelope> sent() {
        var all = new ArrayList<>(sent);
        village.held.all().forEach(placed -> all.add(placed.signed()));
        return all;
    }

    private void step() {
        TestNode author = nodes.get(random.nextInt(nodes.size()));
        Placed[] seen = careful ? onTopOfItsOwn(author, some()) : some();
        switch (random.nextInt(10)) {
            case 0 -> send(forged(author, seen));
            case 1 -> send(outOfTurn(author, seen));
            case 2 -> send(broken(author, seen));
            case 3 -> send(onWhatHasNoPlace(author, seen));
            default -> send(next(author, seen));
        }
    }

    /// The second is put out and brings in the last, from an old past.
    private void bringInUnheard() {
        Placed start = village.opening;
        TestNode steward = nodes.get(1);
        TestNode newcomer = nodes.getLast();
        Membership removal = village.removal(steward, start);
        send(village.envelope(nodes.getFirst(), removal, Contents.about("x"), start));
        Membership addition = new Membership.Add(newcomer.card(), false);
        SignedEnvelope added = village.envelope(steward, addition, Contents.about("x"), start);
        send(added);
        village.held
                .find(added.id())
                .ifPresent(placed -> send(village.envelope(newcomer, Contents.about("x"), placed)));
    }

    private Placed[] onTopOfItsOwn(TestNode author, Placed... seen) {
        Optional<Placed> last =
                village.held.all().stream()
                        .filter(entry -> entry.author().equals(author.id()))
                        .reduce((_, later) -> later);
        List<Placed> all = new ArrayList<>(List.of(seen));
        last.filter(own -> !all.contains(own)).ifPresent(all::add);
        return all.toArray(Placed[]::new);
    }

    private void send(SignedEnvelope signed) {
        sent.add(signed);
        if (village.held.refusal(signed.id()).isEmpty()) {
            village.held.take(signed);
        }
    }

    private SignedEnvelope next(TestNode author, Placed... seen) {
        Optional<Act> act = act(seen);
        if (act.isPresent()) {
            Content content = Contents.of(act.get(), village.audience());
            return village.envelope(author, content, seen);
        }
        return village.envelope(author, change(author, seen), Contents.about("x"), seen);
    }

    private Membership change(TestNode author, Placed... seen) {
        TestNode other = nodes.get(random.nextInt(nodes.size()));
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> new Membership.Add(card(other), random.nextBoolean());
            case 3, 4 -> village.removal(other, seen);
            case 5 -> new Membership.Remove(other.id(), random.nextInt(3));
            case 6 -> new Membership.Leave();
            case 7 -> new Membership.Renew(card(author));
            default -> new Membership.Unchanged();
        };
    }

    private SignedCard card(TestNode node) {
        long serial = random.nextLong(1, 4);
        return random.nextInt(4) == 0 ? node.otherCard(serial) : node.card(serial);
    }

    /// An act about something that was seen, or not.
    private Optional<Act> act(Placed... seen) {
        List<Placed> all = village.held.all();
        EntryId about = random.nextInt(4) == 0 ? pick(all).id() : pick(List.of(seen)).id();
        return switch (random.nextInt(14)) {
            case 0 -> Optional.of(new Act.Recall(about, "ground"));
            case 1 -> Optional.of(new Act.Consent(about));
            case 2 -> Optional.of(new Act.ConsentWithdrawn(about));
            case 3 ->
                    Optional.of(
                            new Act.PermissionRequest(
                                    Set.of(about), village.audience(), Use.FORWARD, "reason"));
            case 4 -> Optional.of(new Act.ReleaseRefused(about, "ground"));
            case 5 -> Optional.of(new Act.FoundVoid(about, VoidReason.COMMITMENT_BROKEN));
            default -> Optional.empty();
        };
    }

    private SignedEnvelope forged(TestNode author, Placed... seen) {
        TestNode forger = nodes.get(random.nextInt(nodes.size()));
        return Village.sign(forger, next(author, seen).envelope());
    }

    /// The genuine entry follows its broken copy, or never comes.
    private SignedEnvelope broken(TestNode author, Placed... seen) {
        SignedEnvelope genuine = next(author, seen);
        sent.add(
                new SignedEnvelope(genuine.id(), genuine.envelope(), Fields.encoded(new byte[64])));
        return genuine;
    }

    private SignedEnvelope outOfTurn(TestNode author, Placed... seen) {
        Envelope lawful = next(author, seen).envelope();
        return Village.sign(
                author,
                village.plain(
                        author,
                        lawful.sequence() + (random.nextBoolean() ? 1 : -1),
                        lawful.parents(),
                        lawful.membership(),
                        Contents.about("out of turn")));
    }

    private SignedEnvelope onWhatHasNoPlace(TestNode author, Placed... seen) {
        Envelope lawful = next(author, seen).envelope();
        var parents = new TreeSet<>(lawful.parents());
        sent.stream()
                .map(SignedEnvelope::id)
                .filter(id -> village.held.find(id).isEmpty())
                .skip(random.nextInt(10))
                .findFirst()
                .ifPresent(parents::add);
        return Village.sign(
                author,
                village.plain(
                        author,
                        lawful.sequence(),
                        List.copyOf(parents),
                        lawful.membership(),
                        Contents.about("on what has no place")));
    }

    /// One to three entries of any age: what an author claims to have seen.
    private Placed[] some() {
        List<Placed> all = village.held.all();
        var seen = new ArrayList<Placed>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            boolean recent = random.nextInt(3) > 0;
            Placed one =
                    recent ? pick(all.subList(Math.max(0, all.size() - 8), all.size())) : pick(all);
            if (!seen.contains(one)) {
                seen.add(one);
            }
        }
        return seen.toArray(Placed[]::new);
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
