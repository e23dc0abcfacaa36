package org.counterpart.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// One dossier and all that was ever written in it, seen by somebody who holds everything.
///
/// Whoever writes says what it had seen; without a word it had seen all. So a test can let things happen "at the
/// same time", let an author write two histories, or let a removed node cite an old past.
final class Village {
    final Held held = new Held();
    final Placed opening;

    private final Map<EntryId, Content> said = new TreeMap<>();
    private int written;

    Village(Set<TestNode> stewards, TestNode opener, TestNode... others) {
        var cards = new ArrayList<>(List.of(opener.card()));
        Arrays.stream(others).map(TestNode::card).forEach(cards::add);
        var named = new TreeSet<NodeId>();
        stewards.forEach(steward -> named.add(steward.id()));
        var act = new Membership.Open(cards, named, Set.of(Suite.CP1));
        Content content = Contents.about("Opened");
        SealedPart part = part(content);
        var envelope = Envelope.opening(opener.id(), part.commitment(), part.size(), act);
        opening = take(sign(opener, envelope), content);
    }

    static Village of(TestNode opener, TestNode... others) {
        return new Village(Set.of(), opener, others);
    }

    DossierId dossier() {
        return opening.dossier();
    }

    /// An entry that says something and changes nothing.
    Placed writes(TestNode author, Placed... seen) {
        return says(author, Contents.about("Word " + written), seen);
    }

    Placed says(TestNode author, Content content, Placed... seen) {
        return take(envelope(author, new Membership.Unchanged(), content, seen), content);
    }

    Placed acts(TestNode author, Act act, Placed... seen) {
        return says(author, Contents.of(act, audience()), seen);
    }

    Placed changes(TestNode author, Membership act, Placed... seen) {
        Content content = Contents.about("Membership " + written);
        return take(envelope(author, act, content, seen), content);
    }

    Placed adds(TestNode author, TestNode newcomer, Placed... seen) {
        return changes(author, new Membership.Add(newcomer.card(), false), seen);
    }

    Placed addsSteward(TestNode author, TestNode newcomer, Placed... seen) {
        return changes(author, new Membership.Add(newcomer.card(), true), seen);
    }

    Placed removes(TestNode author, TestNode node, Placed... seen) {
        return changes(author, removal(node, seen), seen);
    }

    /// The removal that an honest steward writes which has seen this.
    Membership.Remove removal(TestNode node, Placed... seen) {
        return new Membership.Remove(node.id(), past(seen).of(node.id()));
    }

    Placed leaves(TestNode author, Placed... seen) {
        return changes(author, new Membership.Leave(), seen);
    }

    Placement tries(TestNode author, Membership act, Placed... seen) {
        return held.take(envelope(author, act, Contents.about("Try"), seen));
    }

    /// What an author says next, whether or not it may: it is remembered as read in case it is taken.
    SignedEnvelope envelope(TestNode author, Content content, Placed... seen) {
        SignedEnvelope signed = envelope(author, new Membership.Unchanged(), content, seen);
        said.put(signed.id(), content);
        return signed;
    }

    /// The envelope that an author writes next after what it has seen.
    SignedEnvelope envelope(TestNode author, Membership act, Content content, Placed... seen) {
        List<Placed> before = before(seen);
        long previous = past(seen).of(author.id());
        var parents = new TreeSet<EntryId>();
        before.forEach(entry -> parents.add(entry.id()));
        own(author, previous, before).ifPresent(own -> parents.add(own.id()));
        return sign(author, plain(author, previous + 1, List.copyOf(parents), act, content));
    }

    private Optional<Placed> own(TestNode author, long sequence, List<Placed> before) {
        List<Placed> own = held.written(dossier(), author.id(), sequence);
        return own.stream()
                .filter(before::contains)
                .findFirst()
                .or(
                        () ->
                                own.stream()
                                        .filter(
                                                entry ->
                                                        new Causality(held)
                                                                .anyIncludes(before, entry))
                                        .findFirst());
    }

    Envelope plain(
            TestNode author,
            long sequence,
            List<EntryId> parents,
            Membership act,
            Content content) {
        SealedPart part = part(content);
        return new Envelope(
                Suite.CP1,
                dossier(),
                author.id(),
                sequence,
                parents,
                part.commitment(),
                part.size(),
                act);
    }

    static SignedEnvelope sign(TestNode author, Envelope envelope) {
        return SignedEnvelope.sign(envelope, author.signing(), TestNode.CRYPTOGRAPHY);
    }

    private SealedPart part(Content content) {
        written++;
        byte[] salt = Digest.of(("salt " + written).getBytes(UTF_8)).bytes();
        return new SealedPart(salt, content.json().bytes());
    }

    private List<Placed> before(Placed... seen) {
        return seen.length > 0
                ? List.of(seen)
                : held.heads().stream().flatMap(id -> held.find(id).stream()).toList();
    }

    Clock past(Placed... seen) {
        return before(seen).stream().map(Placed::clock).reduce(Clock.NOTHING, Clock::join);
    }

    private Placed take(SignedEnvelope signed, Content content) {
        if (held.take(signed) instanceof Placement.Taken(var placed)) {
            said.put(placed.id(), content);
            return placed;
        }
        throw new AssertionError("refused " + held.refusal(signed.id()) + ": " + signed);
    }

    /// Every node that was ever named a member, for no desk in particular.
    Audience audience() {
        return Audience.ofNodes(held.members().ever(dossier()));
    }

    SortedMap<NodeId, Member> members() {
        return held.members().now(dossier());
    }

    boolean isMember(TestNode node) {
        return members().containsKey(node.id());
    }

    Optional<VoidReason> voids(Placed entry) {
        return held.members().voids(entry);
    }

    /// What somebody sees who read everything.
    SortedMap<EntryId, Sight> sights() {
        var sights = new TreeMap<EntryId, Sight>();
        said.forEach((id, content) -> sights.put(id, new Sight.Read(content)));
        return sights;
    }

    Picture picture() {
        return picture(sights());
    }

    Picture picture(Map<EntryId, Sight> sights, Receipt... receipts) {
        return Folding.fold(dossier(), held.entries(), sights, List.of(receipts));
    }

    static Picture.Line line(Picture picture, Placed entry) {
        return picture.lines().stream()
                .filter(line -> line.id().equals(entry.id()))
                .findFirst()
                .orElseThrow();
    }

    static Picture.RecallState recalled(Picture picture, Placed recall) {
        return Optional.ofNullable(picture.recalls().get(recall.id())).orElseThrow();
    }

    Picture.Standing standing(Placed entry) {
        return line(picture(), entry).standing();
    }
}
