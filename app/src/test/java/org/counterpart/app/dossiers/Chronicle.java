package org.counterpart.app.dossiers;

import org.counterpart.dossier.Act;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.Clock;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.DossierEntries;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Folding;
import org.counterpart.dossier.Grading;
import org.counterpart.dossier.Handling;
import org.counterpart.dossier.HandlingCode;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.Parcel;
import org.counterpart.dossier.Picture;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Purpose;
import org.counterpart.dossier.Receipt;
import org.counterpart.dossier.Receipting;
import org.counterpart.dossier.Sight;
import org.counterpart.dossier.SignedCard;
import org.counterpart.dossier.SignedEnvelope;
import org.counterpart.dossier.Suite;
import org.counterpart.dossier.Writer;
import org.counterpart.dossier.Writing;
import org.counterpart.dossier.Written;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/// One dossier as its nodes write it, kept nowhere yet. Who writes says what it had seen, so that entries may be of the
/// same time and an author may have two histories.
public final class Chronicle {
    public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    static final Handling FREE =
            Handling.of(Set.of(HandlingCode.H0), Set.of(Purpose.INVESTIGATION));

    private final Writing writing;
    private final List<NodeKeys> nodes;
    private final List<Placed> entries = new ArrayList<>();
    private final Map<EntryId, Written> written = new TreeMap<>();
    private final Map<EntryId, Sight> sights = new TreeMap<>();

    private Chronicle(RandomGenerator random, List<NodeKeys> nodes) {
        this.writing = new Writing(SoundKeys.CRYPTOGRAPHY, random);
        this.nodes = List.copyOf(nodes);
    }

    /// Opened by the first of these nodes, with all of them as members.
    public static Chronicle opened(RandomGenerator random, List<NodeKeys> nodes) {
        var chronicle = new Chronicle(random, nodes);
        var cards = nodes.stream().map(NodeKeys::card).toList();
        var act = new Membership.Open(cards, Set.of(), EnumSet.of(Suite.CP1));
        chronicle.keep(
                chronicle.writing.open(nodes.getFirst(), act, chronicle.words("opening")),
                new Clock(new TreeMap<>(Map.of(nodes.getFirst().node(), 1L))));
        return chronicle;
    }

    public Placed opening() {
        return entries.getFirst();
    }

    public DossierId dossier() {
        return opening().dossier();
    }

    /// Parents before children.
    public List<Placed> entries() {
        return List.copyOf(entries);
    }

    Written written(Placed entry) {
        return Objects.requireNonNull(written.get(entry.id()));
    }

    /// The parcel that an entry brings to a node of its audience.
    public Parcel parcel(Placed entry, NodeKeys to) {
        return written(entry).parcels().stream()
                .filter(parcel -> parcel.recipient().equals(to.node()))
                .findFirst()
                .orElseThrow();
    }

    /// A parcel of an entry that another than its author makes.
    public Parcel wrapped(Placed entry, NodeKeys maker, NodeKeys to, Placed under) {
        Written what = written(entry);
        return writing.wrap(maker, what.openable(), to.card(), under.id());
    }

    static Receipt receipt(Placed entry, NodeKeys by, Instant at) {
        return new Receipting(SoundKeys.CRYPTOGRAPHY)
                .sign(List.of(new Receipting.Owed(entry.id(), at)), by)
                .getFirst();
    }

    /// Words to every member.
    Placed says(NodeKeys author, Placed... seen) {
        return writes(author, new Membership.Unchanged(), words("note"), List.of(seen));
    }

    public Placed says(NodeKeys author, Content content, Placed... seen) {
        return writes(author, new Membership.Unchanged(), content, List.of(seen));
    }

    Placed changes(NodeKeys author, Membership act, Placed... seen) {
        return writes(author, act, words("membership"), List.of(seen));
    }

    /// Words that are kept nowhere.
    SignedEnvelope unkept(NodeKeys author, Placed seen) {
        Placed said = says(author, seen);
        entries.remove(said);
        return said.signed();
    }

    private Placed writes(
            NodeKeys author, Membership act, Content content, Collection<Placed> seen) {
        Clock past = seen.stream().map(Placed::clock).reduce(Clock.NOTHING, Clock::join);
        long sequence = past.of(author.node()) + 1;
        List<EntryId> previous =
                entries.stream()
                        .filter(entry -> entry.author().equals(author.node()))
                        .filter(entry -> entry.sequence() == sequence - 1)
                        .map(Placed::id)
                        .limit(1)
                        .toList();
        var heads = new TreeSet<EntryId>();
        seen.forEach(entry -> heads.add(entry.id()));
        var cards = new TreeMap<NodeId, SignedCard>();
        nodes.forEach(node -> cards.put(node.node(), node.card()));
        var position = new Writing.Position(dossier(), sequence, heads, previous);
        return keep(
                writing.append(author, position, act, content, cards),
                past.join(new Clock(new TreeMap<>(Map.of(author.node(), sequence)))));
    }

    private Placed keep(Written what, Clock clock) {
        var placed = new Placed(what.signed(), clock);
        entries.add(placed);
        written.put(placed.id(), what);
        sights.put(placed.id(), new Sight.Read(what.content()));
        return placed;
    }

    Content words(String type) {
        return words(type, Audience.ofNodes(nodes.stream().map(NodeKeys::node).toList()));
    }

    public static Content words(String type, Audience audience) {
        return content(
                type, new Writer.Node(), audience, Json.object().with("text", "(constructed)"));
    }

    public static Content act(Act act, Audience audience) {
        return content(act.type(), new Writer.Node(), audience, act.payload());
    }

    public static Content content(
            String type, Writer writer, Audience audience, Json.Members payload) {
        return content(type, writer, audience, payload, FREE);
    }

    public static Content content(
            String type,
            Writer writer,
            Audience audience,
            Json.Members payload,
            Handling handling) {
        return new Content(
                type,
                writer,
                NOON,
                audience,
                handling,
                new Grading.NothingAsserted(),
                payload,
                List.of(),
                List.of());
    }

    public static Audience audience(NodeKeys... nodes) {
        return Audience.ofNodes(Arrays.stream(nodes).map(NodeKeys::node).toList());
    }

    /// What follows for who has read everything.
    Picture picture() {
        return picture(Map.of());
    }

    /// What follows for who sees some entries otherwise.
    Picture picture(Map<EntryId, Sight> otherwise) {
        var seen = new TreeMap<>(sights);
        seen.putAll(otherwise);
        return Folding.fold(dossier(), new DossierEntries(entries), seen, List.of());
    }
}
