package org.counterpart.simulation;

import org.counterpart.dossier.Act;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.Citation;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Use;
import org.counterpart.replication.Appended;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/// What officers of all nodes do with the contents of their dossiers.
final class Officers {
    private final World world;
    private final RandomGenerator random;

    Officers(World world) {
        this.world = world;
        this.random = world.chance().workload();
    }

    /// One act at a desk of somebody who is up and a member.
    void act() {
        desk().ifPresent(this::act);
    }

    Optional<Desk> desk() {
        var desks = new ArrayList<Desk>();
        for (Node node : world.nodes()) {
            if (node.isUp()) {
                desks.addAll(desks(node));
            }
        }
        return desks.isEmpty() ? Optional.empty() : Optional.of(Chance.pick(random, desks));
    }

    List<Desk> desks(Node node) {
        var desks = new ArrayList<Desk>();
        for (DossierId dossier : node.store().envelopes().dossiers()) {
            var desk = new Desk(world, node, dossier);
            if (desk.isMember()) {
                desks.add(desk);
            }
        }
        return desks;
    }

    private void act(Desk desk) {
        List<Placed> read = desk.read();
        if (read.isEmpty()) {
            note(desk);
            return;
        }
        Placed entry = Chance.pick(random, read);
        switch (random.nextInt(20)) {
            case 0, 1, 2 -> forward(desk, entry);
            case 3, 4 -> ask(desk, entry);
            case 5, 6, 7 -> decide(desk, read);
            case 8, 9 -> consent(desk, entry);
            case 10 -> recall(desk, read);
            case 11, 12 -> answerRecall(desk, read);
            case 13 -> correct(desk, read);
            case 14 -> cite(desk);
            case 15 -> carryRecall(desk);
            default -> note(desk);
        }
    }

    void note(Desk desk) {
        desk.write(desk.words(desk.someone(), List.of()));
    }

    void forward(Desk desk, Placed entry) {
        if (desk.others().isEmpty()) {
            return;
        }
        NodeId to = Chance.pick(random, desk.others());
        var act =
                new Act.Forward(new TreeSet<>(List.of(entry.id())), Audience.ofNodes(List.of(to)));
        desk.write(desk.says(act, desk.of(List.of(to, entry.author()))));
    }

    void ask(Desk desk, Placed entry) {
        List<Placed> read = desk.read();
        List<Placed> others =
                read.stream().filter(one -> !one.author().equals(entry.author())).toList();
        ask(desk, entry, Chance.pick(random, others.isEmpty() ? read : others));
    }

    /// For what may have two originators.
    void ask(Desk desk, Placed one, Placed other) {
        var entries = new TreeSet<>(List.of(one.id(), other.id()));
        var originators = new TreeSet<NodeId>();
        for (EntryId id : entries) {
            desk.node().store().envelopes().find(id).ifPresent(e -> originators.add(e.author()));
        }
        var act =
                new Act.PermissionRequest(
                        entries, desk.someone(), Use.FORWARD, "so that they may act");
        if (desk.write(desk.says(act, desk.of(originators))).orElse(new Appended.Refused("crash"))
                instanceof Appended.Done(var request, _)) {
            world.agenda()
                    .in(10_000 + random.nextInt(40_000), () -> decideEverywhere(desk, request));
        }
    }

    /// Whom the request has reached and who may decide it does so, none knowing of the others.
    private void decideEverywhere(Desk asking, Placed request) {
        for (Desk desk : elsewhere(asking)) {
            if (mayDecide(desk, request)) {
                decide(desk, request, random.nextBoolean());
            }
        }
        if (asking.node().isUp() && asking.isMember() && mayDecide(asking, request)) {
            decide(asking, request, random.nextBoolean());
        }
    }

    /// An originator releases or refuses; whoever changes its mind does both.
    private void decide(Desk desk, List<Placed> read) {
        List<Placed> requests = read.stream().filter(entry -> mayDecide(desk, entry)).toList();
        if (!requests.isEmpty()) {
            decide(desk, Chance.pick(random, requests), random.nextBoolean());
        }
    }

    /// Desks of other members at the same dossier that are up.
    List<Desk> elsewhere(Desk desk) {
        var same = new ArrayList<Desk>();
        for (Node node : world.nodes()) {
            if (node != desk.node() && node.isUp() && node.holds(desk.dossier())) {
                var other = new Desk(world, node, desk.dossier());
                if (other.isMember()) {
                    same.add(other);
                }
            }
        }
        return same;
    }

    /// Whether what is asked for is that desk's own, at least some of it.
    boolean mayDecide(Desk desk, Placed request) {
        return !ownAmongAsked(desk, request).isEmpty();
    }

    private static SortedSet<EntryId> ownAmongAsked(Desk desk, Placed request) {
        var own = new TreeSet<EntryId>();
        if (desk.act(request.id()).orElse(new Act.Other())
                instanceof Act.PermissionRequest(var entries, _, _, _)) {
            for (EntryId id : entries) {
                desk.node()
                        .store()
                        .envelopes()
                        .find(id)
                        .filter(entry -> entry.author().equals(desk.node().id()))
                        .ifPresent(entry -> own.add(entry.id()));
            }
        }
        return own;
    }

    void decide(Desk desk, Placed request, boolean release) {
        SortedSet<EntryId> own = ownAmongAsked(desk, request);
        if (own.isEmpty()
                || !(desk.act(request.id()).orElse(new Act.Other())
                        instanceof Act.PermissionRequest asked)) {
            return;
        }
        Audience audience = desk.everyone();
        if (release) {
            Audience to = desk.of(asked.recipients().nodes());
            var act =
                    new Act.Release(
                            request.id(),
                            own,
                            to,
                            Use.FORWARD,
                            desk.node().clock().plusSeconds(86_400));
            desk.write(desk.says(act, audience));
        } else {
            desk.write(desk.says(new Act.ReleaseRefused(request.id(), "not-now"), audience));
        }
    }

    private void consent(Desk desk, Placed entry) {
        EntryId to =
                Chance.oneIn(random, 8)
                        ? new EntryId("%064x".formatted(random.nextInt(1_000)))
                        : spokenOf(desk).orElse(entry.id());
        boolean consents = random.nextBoolean();
        Act act = consents ? new Act.Consent(to) : new Act.ConsentWithdrawn(to);
        desk.write(desk.says(act, desk.everyone()));
    }

    /// Now and then what this desk has consented to, or withdrawn its consent from, before.
    private Optional<EntryId> spokenOf(Desk desk) {
        var spokenOf = new ArrayList<EntryId>();
        for (Placed entry : desk.read()) {
            if (entry.author().equals(desk.node().id())) {
                switch (desk.act(entry.id()).orElse(new Act.Other())) {
                    case Act.Consent(var to) -> spokenOf.add(to);
                    case Act.ConsentWithdrawn(var from) -> spokenOf.add(from);
                    default -> {}
                }
            }
        }
        return spokenOf.isEmpty() || random.nextBoolean()
                ? Optional.empty()
                : Optional.of(Chance.pick(random, spokenOf));
    }

    void recall(Desk desk, List<Placed> read) {
        own(desk, read)
                .ifPresent(
                        entry -> {
                            var holders = world.observer().utterances().mayOpen(entry.id());
                            desk.write(
                                    desk.says(
                                            new Act.Recall(entry.id(), "wrong-person"),
                                            desk.of(holders)));
                        });
    }

    Optional<Placed> own(Desk desk, List<Placed> read) {
        List<Placed> own =
                read.stream().filter(entry -> entry.author().equals(desk.node().id())).toList();
        return own.isEmpty() ? Optional.empty() : Optional.of(Chance.pick(random, own));
    }

    /// A holder erases its copy, or keeps it as its law demands, and says so.
    private void answerRecall(Desk desk, List<Placed> read) {
        for (Placed entry : read) {
            if (desk.act(entry.id()).orElse(new Act.Other()) instanceof Act.Recall(var what, _)
                    && desk.content(what).isPresent()
                    && !entry.author().equals(desk.node().id())) {
                answer(desk, entry, what, random.nextBoolean());
                return;
            }
        }
    }

    private void answer(Desk desk, Placed recall, EntryId what, boolean erases) {
        Act.Holding holding =
                erases
                        ? new Act.Holding.Erased()
                        : new Act.Holding.KeptUnderLaw(
                                "evidence", "court", desk.node().clock().plusSeconds(86_400));
        var act = new Act.RecallAnswer(recall.id(), what, holding);
        var done = desk.write(desk.says(act, desk.of(List.of(recall.author()))));
        if (erases && done.isPresent()) {
            Node node = desk.node();
            node.perform(
                    () ->
                            node.transaction(
                                    _ -> {
                                        node.store().contents().erase(what);
                                        return true;
                                    }));
        }
    }

    private void correct(Desk desk, List<Placed> read) {
        own(desk, read)
                .ifPresent(
                        entry ->
                                desk.write(
                                        desk.says(
                                                new Act.Correction(entry.id(), "it was another"),
                                                desk.someone())));
    }

    /// Quotes an entry of this or of another dossier of the node.
    private void cite(Desk desk) {
        Desk other = Chance.pick(random, desks(desk.node()));
        if (!other.read().isEmpty()) {
            Placed source = Chance.pick(random, other.read());
            var citation = new Citation(source.dossier(), source.id(), source.author());
            desk.write(desk.words(desk.someone(), List.of(citation)));
        }
    }

    /// Says in one dossier that what was quoted from another has been recalled there.
    private void carryRecall(Desk desk) {
        for (Placed entry : desk.read()) {
            var content = desk.content(entry.id());
            if (entry.author().equals(desk.node().id())
                    && content.isPresent()
                    && !content.get().sources().isEmpty()) {
                var act = new Act.RecallCarried(entry.id(), content.get().sources().getFirst());
                desk.write(desk.says(act, desk.someone()));
                return;
            }
        }
    }

    /// Opens a dossier with some of the others.
    void open(Node node) {
        var members = new TreeSet<Integer>();
        members.add(node.number());
        while (members.size() < 2) {
            members.add(random.nextInt(world.nodes().size()));
        }
        world.nodes().stream()
                .filter(_ -> Chance.oneIn(random, 2))
                .forEach(other -> members.add(other.number()));
        Opening.open(world, node, members);
    }

    /// Lets the newest card stand in every dossier of the node.
    void renewEverywhere(Node node) {
        for (Desk desk : desks(node)) {
            desk.write(
                    new Membership.Renew(node.keyring().keys().card()),
                    desk.words(desk.everyone(), List.of()));
        }
    }
}
