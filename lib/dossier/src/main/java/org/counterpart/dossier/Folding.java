package org.counterpart.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// Draws the [Picture] of a dossier; areas draw theirs on top of it.
///
/// Total: whatever is held or not, opened or not, there is a picture. It depends on the sets of entries, sights and
/// receipts alone, never on the order in which they came. Acts of different nodes may contradict each other at the
/// same time; there is one rule for all of them, [Causality#prevails].
public final class Folding {
    private final DossierEntries entries;
    private final Members members;
    private final Causality causality;
    private final TypeRule types;
    private final SortedMap<EntryId, Sight> sights = new TreeMap<>();
    private final Map<Class<? extends Act>, List<Spoken>> spoken = new HashMap<>();
    private final SortedMap<EntryId, List<Picture.Gift>> gifts = new TreeMap<>();
    private final SortedSet<EntryId> recalled = new TreeSet<>();

    private Folding(
            DossierEntries entries, Map<EntryId, Sight> held, TypeRule types, Guards guards) {
        this.entries = entries;
        this.types = types;
        this.causality = new Causality(entries, guards);
        this.members = new Members(entries, guards, causality);
        var together = new TreeMap<DossierId, MembershipActs>();
        for (Placed placed : entries.ordered()) {
            MembershipActs acts = together.computeIfAbsent(placed.dossier(), members::together);
            sights.put(
                    placed.id(),
                    hear(placed, acts, held.getOrDefault(placed.id(), new Sight.Closed())));
        }
        each(
                Act.Forward.class,
                (said, forward) -> give(said, forward.entries(), forward.recipients()));
        each(
                Act.Release.class,
                (said, release) -> give(said, release.entries(), release.recipients()));
    }

    private void give(Spoken said, Set<EntryId> given, Audience recipients) {
        var gift = new Picture.Gift(said.id(), said.author(), recipients);
        given.forEach(entry -> gifts.computeIfAbsent(entry, _ -> new ArrayList<>()).add(gift));
    }

    /// The picture of what is held, for whom no further types are prescribed.
    ///
    /// @param held what this reader's node sees of each entry; what is missing counts as closed
    public static Picture fold(
            DossierId dossier,
            DossierEntries entries,
            Map<EntryId, Sight> held,
            Collection<Receipt> receipts) {
        return fold(dossier, entries, held, receipts, TypeRule.NONE);
    }

    /// As above, where the entries of further types keep to this as well.
    public static Picture fold(
            DossierId dossier,
            DossierEntries entries,
            Map<EntryId, Sight> held,
            Collection<Receipt> receipts,
            TypeRule types) {
        return new Folding(entries, held, types, Guards.ALL).picture(dossier, receipts);
    }

    /// As the first, with these guards standing.
    public static Picture fold(
            DossierId dossier,
            DossierEntries entries,
            Map<EntryId, Sight> held,
            Collection<Receipt> receipts,
            Guards guards) {
        return new Folding(entries, held, TypeRule.NONE, guards).picture(dossier, receipts);
    }

    /// What an entry looks like once void ones are told apart; acts that count are noted on the way.
    private Sight hear(Placed placed, MembershipActs acts, Sight sight) {
        var byEnvelope = members.voids(placed, acts);
        if (byEnvelope.isPresent()) {
            return new Sight.Voided(byEnvelope.get());
        }
        if (!(sight instanceof Sight.Read(Content content))) {
            return sight;
        }
        try {
            Act act = Act.of(content);
            if (ActRule.hasSeen(placed, types.about(content), entries, causality)
                    && ActRule.ALL.stream()
                            .allMatch(rule -> rule.holds(placed, act, entries, causality))) {
                spoken.computeIfAbsent(act.getClass(), _ -> new ArrayList<>())
                        .add(new Spoken(placed, content, act));
                return sight;
            }
        } catch (Malformed e) {
            return new Sight.Voided(VoidReason.BREAKS_ITS_TYPE);
        }
        return new Sight.Voided(VoidReason.BREAKS_ITS_TYPE);
    }

    private Picture picture(DossierId dossier, Collection<Receipt> receipts) {
        SortedMap<EntryId, Picture.RecallState> recalls = recalls();
        recalls.values().forEach(recall -> recalled.add(recall.entry()));
        return new Picture(
                dossier,
                lines(receipts),
                Collections.unmodifiableSortedMap(members.now(dossier)),
                recalls,
                permissions(),
                consents(),
                twoHistories(),
                gifts);
    }

    private <A extends Act> Stream<Spoken> acts(Class<A> kind) {
        return spoken.getOrDefault(kind, List.of()).stream();
    }

    private <A extends Act> void each(Class<A> kind, BiConsumer<Spoken, A> then) {
        acts(kind).forEach(said -> then.accept(said, kind.cast(said.act())));
    }

    private SortedMap<EntryId, Picture.RecallState> recalls() {
        var recalls = new TreeMap<EntryId, Picture.RecallState>();
        each(
                Act.Recall.class,
                (said, recall) -> {
                    var answers = new TreeMap<NodeId, Act.Holding>();
                    each(
                            Act.RecallAnswer.class,
                            (answer, act) -> {
                                if (act.recall().equals(said.id())
                                        && act.entry().equals(recall.entry())) {
                                    answers.put(answer.author(), act.holding());
                                }
                            });
                    SortedSet<NodeId> holders = holders(recall.entry());
                    holders.addAll(said.content().audience().nodes());
                    holders.remove(said.author());
                    recalls.put(
                            said.id(),
                            new Picture.RecallState(said.id(), recall.entry(), holders, answers));
                });
        return recalls;
    }

    /// Every node that was given an entry: its audience, and whom it was forwarded or released to. A forward made
    /// at the same time as a recall takes nothing from the recall: it only adds a holder who must answer.
    private SortedSet<NodeId> holders(EntryId entry) {
        var holders = new TreeSet<NodeId>();
        if (sights.get(entry) instanceof Sight.Read(Content content)) {
            holders.addAll(content.audience().nodes());
        }
        gifts.getOrDefault(entry, List.of())
                .forEach(gift -> holders.addAll(gift.recipients().nodes()));
        return holders;
    }

    private SortedMap<EntryId, Picture.Permission> permissions() {
        var permissions = new TreeMap<EntryId, Picture.Permission>();
        each(
                Act.PermissionRequest.class,
                (said, request) -> permissions.put(said.id(), permission(said, request)));
        return permissions;
    }

    private Picture.Permission permission(Spoken said, Act.PermissionRequest request) {
        List<Spoken> refusals =
                acts(Act.ReleaseRefused.class)
                        .filter(
                                refusal ->
                                        ((Act.ReleaseRefused) refusal.act())
                                                .request()
                                                .equals(said.id()))
                        .filter(refusal -> isOriginator(refusal.author(), request))
                        .toList();
        List<Placed> forbidding = causality.latest(refusals.stream().map(Spoken::placed).toList());
        List<Act.Release> releases =
                acts(Act.Release.class)
                        .filter(
                                release ->
                                        ((Act.Release) release.act()).request().equals(said.id()))
                        .filter(release -> !recalled.contains(release.id()))
                        .filter(release -> causality.prevails(release.placed(), forbidding))
                        .map(release -> (Act.Release) release.act())
                        .toList();
        if (!releases.isEmpty()) {
            return new Picture.Permission.Granted(request, releases);
        }
        return refusals.isEmpty()
                ? new Picture.Permission.Asked(request)
                : new Picture.Permission.Refused(
                        request, ((Act.ReleaseRefused) refusals.getLast().act()).ground());
    }

    private boolean isOriginator(NodeId node, Act.PermissionRequest request) {
        return request.entries().stream()
                .flatMap(id -> entries.find(id).stream())
                .anyMatch(entry -> entry.author().equals(node));
    }

    private SortedMap<EntryId, SortedSet<NodeId>> consents() {
        record Word(NodeId author, EntryId to) {}
        var withdrawals = new HashMap<Word, List<Placed>>();
        each(
                Act.ConsentWithdrawn.class,
                (said, withdrawn) ->
                        withdrawals
                                .computeIfAbsent(
                                        new Word(said.author(), withdrawn.to()),
                                        _ -> new ArrayList<>())
                                .add(said.placed()));
        withdrawals.replaceAll((_, acts) -> causality.latest(acts));
        var consents = new TreeMap<EntryId, SortedSet<NodeId>>();
        each(
                Act.Consent.class,
                (said, consent) -> {
                    var word = new Word(said.author(), consent.to());
                    if (!recalled.contains(said.id())
                            && causality.prevails(
                                    said.placed(), withdrawals.getOrDefault(word, List.of()))) {
                        consents.computeIfAbsent(consent.to(), _ -> new TreeSet<>())
                                .add(said.author());
                    }
                });
        return consents;
    }

    private SortedSet<NodeId> twoHistories() {
        var authors = new TreeSet<NodeId>();
        sights.forEach(
                (id, sight) -> {
                    if (sight instanceof Sight.Voided(var reason)
                            && reason == VoidReason.TWO_HISTORIES) {
                        entries.find(id).ifPresent(entry -> authors.add(entry.author()));
                    }
                });
        return authors;
    }

    private List<Picture.Line> lines(Collection<Receipt> receipts) {
        var corrected = new TreeSet<EntryId>();
        each(Act.Correction.class, (_, correction) -> corrected.add(correction.entry()));
        SortedSet<EntryId> rests = restingOnRecalled();
        var deliveries = deliveries(receipts);
        var foundVoid = new TreeMap<EntryId, SortedMap<NodeId, VoidReason>>();
        each(
                Act.FoundVoid.class,
                (said, found) -> at(foundVoid, found.entry()).put(said.author(), found.reason()));
        var lines = new ArrayList<Picture.Line>();
        for (Placed placed : entries.ordered()) {
            Sight sight = sights.getOrDefault(placed.id(), new Sight.Closed());
            lines.add(
                    new Picture.Line(
                            placed,
                            sight,
                            standing(placed.id(), sight, rests, corrected),
                            holders(placed.id()),
                            at(deliveries, placed.id()),
                            at(foundVoid, placed.id())));
        }
        return List.copyOf(lines);
    }

    /// Mostly one pass carries a recall all the way; more where an author of many heads quoted one that it did not cite.
    private SortedSet<EntryId> restingOnRecalled() {
        var rests = new TreeSet<EntryId>();
        each(Act.RecallCarried.class, (_, carried) -> rests.add(carried.derived()));
        int before;
        do {
            before = rests.size();
            for (Placed placed : entries.ordered()) {
                Sight sight = sights.getOrDefault(placed.id(), new Sight.Closed());
                if (restsOnRecalled(sight, rests)) {
                    rests.add(placed.id());
                }
            }
        } while (rests.size() > before);
        return rests;
    }

    private boolean restsOnRecalled(Sight sight, SortedSet<EntryId> rests) {
        return sight instanceof Sight.Read(Content content)
                && content.sources().stream()
                        .map(Citation::entry)
                        .anyMatch(source -> recalled.contains(source) || rests.contains(source));
    }

    private Picture.Standing standing(
            EntryId id, Sight sight, SortedSet<EntryId> rests, SortedSet<EntryId> corrected) {
        if (sight instanceof Sight.Voided) {
            return Picture.Standing.VOID;
        }
        if (recalled.contains(id)) {
            return Picture.Standing.RECALLED;
        }
        if (rests.contains(id)) {
            return Picture.Standing.RESTS_ON_RECALLED;
        }
        return corrected.contains(id) ? Picture.Standing.CORRECTED : Picture.Standing.COUNTS;
    }

    private SortedMap<EntryId, SortedMap<NodeId, Picture.Delivery>> deliveries(
            Collection<Receipt> receipts) {
        var deliveries = new TreeMap<EntryId, SortedMap<NodeId, Picture.Delivery>>();
        for (Receipt receipt : receipts) {
            at(deliveries, receipt.entry())
                    .merge(
                            receipt.by(),
                            new Picture.Delivery(receipt.at(), receipt.at()),
                            Folding::earlier);
        }
        each(
                Act.TimeDisputed.class,
                (_, dispute) ->
                        at(deliveries, dispute.entry())
                                .computeIfPresent(
                                        dispute.receiver(),
                                        (_, delivery) -> disputed(delivery, dispute)));
        return deliveries;
    }

    /// A receiver that signed twice is held to its first word.
    private static Picture.Delivery earlier(Picture.Delivery one, Picture.Delivery other) {
        return one.stated().isBefore(other.stated()) ? one : other;
    }

    private static Picture.Delivery disputed(Picture.Delivery delivery, Act.TimeDisputed dispute) {
        boolean later =
                dispute.stated().equals(delivery.stated())
                        && dispute.seen().isAfter(delivery.counted());
        return later ? new Picture.Delivery(delivery.stated(), dispute.seen()) : delivery;
    }

    private static <V> SortedMap<NodeId, V> at(
            SortedMap<EntryId, SortedMap<NodeId, V>> map, EntryId id) {
        return map.computeIfAbsent(id, _ -> new TreeMap<>());
    }
}
