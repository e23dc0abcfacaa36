package org.counterpart.simulation;

import org.counterpart.dossier.Act;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Malformed;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Sight;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What the acts that a node can read come to, by the words of the protocol on acts that every dossier knows and on acts at
/// the same time: the oracle for what is not settled by envelopes alone.
final class Conclusions {
    /// An entry that is read and not void.
    record Said(Placed placed, Content content, Act act) {
        EntryId id() {
            return placed.id();
        }

        NodeId author() {
            return placed.author();
        }
    }

    private final Ancestry ancestry;
    private final SortedMap<EntryId, Placed> entries = new TreeMap<>();
    private final SortedMap<EntryId, Said> said = new TreeMap<>();
    private final SortedSet<EntryId> breaking = new TreeSet<>();

    /// @param sights what the node has of each entry, before anything is concluded from other entries
    Conclusions(Map<EntryId, Sight> sights, Standing standing, Ancestry ancestry) {
        this.ancestry = ancestry;
        standing.entries().forEach(entry -> entries.put(entry.id(), entry));
        for (Placed entry : standing.entries()) {
            if (sights.get(entry.id()) instanceof Sight.Read(var content)
                    && standing.voidReason(entry).isEmpty()) {
                hear(entry, content);
            }
        }
    }

    private void hear(Placed entry, Content content) {
        Optional<Act> act = act(content);
        if (act.filter(one -> keepsToItsType(entry, one)).isPresent()) {
            said.put(entry.id(), new Said(entry, content, act.get()));
        } else {
            breaking.add(entry.id());
        }
    }

    private static Optional<Act> act(Content content) {
        try {
            return Optional.of(Act.of(content));
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    /// It speaks only of what its author had seen, and does what only the originator may only as the originator.
    private boolean keepsToItsType(Placed entry, Act act) {
        return about(act).stream().allMatch(id -> ancestry.hasSeen(entry.id(), id) && holds(id))
                && onlyItsOriginatorMay(act).stream()
                        .allMatch(id -> isOriginator(entry.author(), id));
    }

    private boolean holds(EntryId id) {
        return entries.containsKey(id);
    }

    private boolean isOriginator(NodeId node, EntryId id) {
        return Optional.ofNullable(entries.get(id))
                .filter(entry -> entry.author().equals(node))
                .isPresent();
    }

    private static List<EntryId> about(Act act) {
        return switch (act) {
            case Act.RecallAnswer(var recall, var entry, _) -> List.of(recall, entry);
            case Act.Forward(var entries, _) -> List.copyOf(entries);
            case Act.PermissionRequest(var entries, _, _, _) -> List.copyOf(entries);
            case Act.Release(var request, var entries, _, _, _) ->
                    Stream.concat(Stream.of(request), entries.stream()).toList();
            case Act.ReleaseRefused(var request, _) -> List.of(request);
            case Act.Consent(var to) -> List.of(to);
            case Act.ConsentWithdrawn(var to) -> List.of(to);
            case Act.FoundVoid(var entry, _) -> List.of(entry);
            case Act.Recall _, Act.RecallCarried _, Act.Correction _, Act.TimeDisputed _ ->
                    onlyItsOriginatorMay(act);
            case Act.Other() -> List.of();
        };
    }

    private static List<EntryId> onlyItsOriginatorMay(Act act) {
        return switch (act) {
            case Act.Recall(var entry, _) -> List.of(entry);
            case Act.RecallCarried(var derived, _) -> List.of(derived);
            case Act.Correction(var entry, _) -> List.of(entry);
            case Act.Release(_, var entries, _, _, _) -> List.copyOf(entries);
            case Act.TimeDisputed(var entry, _, _, _) -> List.of(entry);
            default -> List.of();
        };
    }

    /// Read, but void as `BREAKS_ITS_TYPE`.
    SortedSet<EntryId> breaking() {
        return Collections.unmodifiableSortedSet(breaking);
    }

    Stream<Said> all() {
        return said.values().stream();
    }

    /// Whether neither author had seen the other's act.
    boolean atTheSameTime(Placed one, Placed other) {
        return !ancestry.includes(one.id(), other.id()) && !ancestry.includes(other.id(), one.id());
    }

    /// Whether the author of one act had seen all of these.
    boolean hasSeen(Said one, List<Said> others) {
        return others.stream().allMatch(other -> ancestry.hasSeen(one.id(), other.id()));
    }

    /// Entries that were taken back, seen or not, and for good.
    SortedSet<EntryId> recalled() {
        return new TreeSet<>(recalls().values());
    }

    /// Each recall, and what it takes back.
    SortedMap<EntryId, EntryId> recalls() {
        var recalls = new TreeMap<EntryId, EntryId>();
        all().forEach(
                        one -> {
                            if (one.act() instanceof Act.Recall(var entry, _)) {
                                recalls.put(one.id(), entry);
                            }
                        });
        return recalls;
    }

    /// Whoever was given an entry: its audience, and whom a forward or a release gave it, before a recall or beside it.
    SortedSet<NodeId> holders(EntryId entry) {
        var holders = new TreeSet<NodeId>();
        Optional.ofNullable(said.get(entry))
                .ifPresent(one -> holders.addAll(one.content().audience().nodes()));
        gifts(entry)
                .forEach(
                        gift -> {
                            if (gift.act() instanceof Act.Forward(_, var recipients)) {
                                holders.addAll(recipients.nodes());
                            } else if (gift.act()
                                    instanceof Act.Release(_, _, var recipients, _, _)) {
                                holders.addAll(recipients.nodes());
                            }
                        });
        return holders;
    }

    /// Forwards and releases of an entry.
    Stream<Said> gifts(EntryId entry) {
        return all().filter(
                        one ->
                                switch (one.act()) {
                                    case Act.Forward(var given, _) -> given.contains(entry);
                                    case Act.Release(_, var given, _, _, _) ->
                                            given.contains(entry);
                                    default -> false;
                                });
    }

    /// Whom a recall asks for an answer.
    SortedSet<NodeId> askedBy(EntryId recall) {
        var asked = new TreeSet<NodeId>();
        Optional.ofNullable(said.get(recall))
                .ifPresent(
                        one -> {
                            asked.addAll(one.content().audience().nodes());
                            about(one.act()).forEach(entry -> asked.addAll(holders(entry)));
                            asked.remove(one.author());
                        });
        return asked;
    }

    /// What each node answered to a recall: its last word.
    SortedMap<NodeId, Act.Holding> answers(EntryId recall, EntryId entry) {
        var answers = new ArrayList<Said>();
        all().forEach(
                        one -> {
                            if (one.act() instanceof Act.RecallAnswer(var to, var of, _)
                                    && to.equals(recall)
                                    && of.equals(entry)) {
                                answers.add(one);
                            }
                        });
        var last = new TreeMap<NodeId, Act.Holding>();
        for (Said answer : answers) {
            boolean isLast =
                    answers.stream()
                            .filter(other -> other.author().equals(answer.author()))
                            .noneMatch(other -> ancestry.hasSeen(other.id(), answer.id()));
            if (isLast && answer.act() instanceof Act.RecallAnswer(_, _, var holding)) {
                last.put(answer.author(), holding);
            }
        }
        return last;
    }

    SortedMap<EntryId, Act.PermissionRequest> requests() {
        var requests = new TreeMap<EntryId, Act.PermissionRequest>();
        all().forEach(
                        one -> {
                            if (one.act() instanceof Act.PermissionRequest request) {
                                requests.put(one.id(), request);
                            }
                        });
        return requests;
    }

    /// Refusals of a request by an originator of something that it asks for.
    List<Said> refusals(EntryId request) {
        List<EntryId> asked =
                Optional.ofNullable(said.get(request)).map(one -> about(one.act())).stream()
                        .flatMap(List::stream)
                        .toList();
        return all().filter(
                        one ->
                                one.act() instanceof Act.ReleaseRefused(var of, _)
                                        && of.equals(request))
                .filter(one -> asked.stream().anyMatch(entry -> isOriginator(one.author(), entry)))
                .toList();
    }

    List<Said> releases(EntryId request) {
        return all().filter(
                        one ->
                                one.act() instanceof Act.Release(var of, _, _, _, _)
                                        && of.equals(request))
                .toList();
    }

    /// Releases that had seen every refusal, and were not taken back.
    List<Said> permitting(EntryId request) {
        SortedSet<EntryId> recalled = recalled();
        List<Said> refusals = refusals(request);
        return releases(request).stream()
                .filter(release -> !recalled.contains(release.id()))
                .filter(release -> hasSeen(release, refusals))
                .toList();
    }

    /// To each entry, who consents: by a word that had seen all its withdrawals and was not taken back.
    SortedMap<EntryId, SortedSet<NodeId>> consents() {
        SortedSet<EntryId> recalled = recalled();
        var consents = new TreeMap<EntryId, SortedSet<NodeId>>();
        all().filter(one -> !recalled.contains(one.id()))
                .forEach(
                        one -> {
                            if (one.act() instanceof Act.Consent(var to)
                                    && hasSeen(one, withdrawals(one.author(), to))) {
                                consents.computeIfAbsent(to, _ -> new TreeSet<>())
                                        .add(one.author());
                            }
                        });
        return consents;
    }

    List<Said> withdrawals(NodeId author, EntryId of) {
        return all().filter(one -> one.author().equals(author))
                .filter(
                        one ->
                                one.act() instanceof Act.ConsentWithdrawn(var from)
                                        && from.equals(of))
                .toList();
    }
}
