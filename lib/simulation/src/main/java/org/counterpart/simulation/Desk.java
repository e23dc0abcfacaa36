package org.counterpart.simulation;

import org.counterpart.dossier.Act;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.Citation;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Grading;
import org.counterpart.dossier.Handling;
import org.counterpart.dossier.HandlingCode;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Purpose;
import org.counterpart.dossier.Sight;
import org.counterpart.dossier.Writer;
import org.counterpart.replication.Appended;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/// The officers of one node at one dossier: what they see of it and what they write.
final class Desk {
    private static final Handling FREE =
            Handling.of(EnumSet.of(HandlingCode.H0), EnumSet.allOf(Purpose.class));

    private static final Writer OFFICER =
            new Writer.Desk(new DeskId("aaaaaaaaaaaaaaaaaaaaaaaaaa"), "duty-officer");

    private final World world;
    private final Node node;
    private final DossierId dossier;
    private final RandomGenerator random;

    Desk(World world, Node node, DossierId dossier) {
        this.world = world;
        this.node = node;
        this.dossier = dossier;
        this.random = world.chance().workload();
    }

    Node node() {
        return node;
    }

    DossierId dossier() {
        return dossier;
    }

    Standing standing() {
        return world.observer().standing(node, dossier);
    }

    boolean isMember() {
        return standing().isMember(node.id());
    }

    boolean isSteward() {
        return Boolean.TRUE.equals(standing().members().get(node.id()));
    }

    Set<NodeId> members() {
        return standing().members().keySet();
    }

    List<NodeId> others() {
        return members().stream().filter(member -> !member.equals(node.id())).toList();
    }

    /// Entries whose content is held here.
    List<Placed> read() {
        return node.store().envelopes().entries(dossier).stream()
                .filter(entry -> content(entry.id()).isPresent())
                .toList();
    }

    Optional<Content> content(EntryId entry) {
        return node.store().contents().sight(entry) instanceof Sight.Read(var content)
                ? Optional.of(content)
                : Optional.empty();
    }

    Optional<Act> act(EntryId entry) {
        return content(entry).map(Utterances::act);
    }

    /// This node and some other members.
    Audience someone() {
        var nodes = new TreeSet<NodeId>();
        nodes.add(node.id());
        others().stream().filter(_ -> random.nextBoolean()).forEach(nodes::add);
        return Audience.ofNodes(nodes);
    }

    Audience everyone() {
        return Audience.ofNodes(members());
    }

    /// These nodes as far as they are members, and this one.
    Audience of(Collection<NodeId> nodes) {
        var all = new TreeSet<>(nodes);
        all.retainAll(members());
        all.add(node.id());
        return Audience.ofNodes(all);
    }

    Content words(Audience audience, List<Citation> sources) {
        return content(
                "note", audience, Json.object().with("words", random.nextInt(1_000)), sources);
    }

    Content says(Act act, Audience audience) {
        return content(act.type(), audience, act.payload(), List.of());
    }

    Content content(String type, Audience audience, Json.Members payload, List<Citation> sources) {
        return new Content(
                type,
                OFFICER,
                node.clock(),
                audience,
                FREE,
                new Grading.NothingAsserted(),
                payload,
                List.of(),
                sources);
    }

    Optional<Appended> write(Content content) {
        return write(new Membership.Unchanged(), content);
    }

    Optional<Appended> write(Membership act, Content content) {
        Optional<Appended> appended =
                node.perform(
                        () ->
                                node.transaction(
                                        store -> {
                                            var done =
                                                    node.replication()
                                                            .append(store, dossier, act, content);
                                            world.observer().wrote(node, done);
                                            return done;
                                        }));
        world.trace()
                .note(
                        "writes",
                        node,
                        content.type(),
                        act.getClass().getSimpleName(),
                        name(appended));
        world.observer().acted(node);
        return appended;
    }

    private static String name(Optional<Appended> appended) {
        return switch (appended.orElse(new Appended.Refused("crash"))) {
            case Appended.Done(var placed, _) -> placed.id().hex();
            case Appended.Refused(String code) -> code;
        };
    }
}
