package org.counterpart.simulation;

import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Receipt;
import org.counterpart.dossier.Sight;
import org.counterpart.replication.Limits;
import org.counterpart.replication.Store;
import org.counterpart.simulation.Scenario.Link;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// What must be so when all faults are over and honest nodes have nothing more to say to each other.
final class FinalRules {
    private final World world;

    FinalRules(World world) {
        this.world = world;
    }

    void check() {
        for (Node node : world.honest()) {
            for (DossierId dossier : node.store().envelopes().dossiers()) {
                node.store().envelopes().entries(dossier).forEach(entry -> takenOnce(node, entry));
                neighbours(node).forEach(peer -> sameEnvelopes(node, peer, dossier));
                contents(node, dossier);
            }
        }
        for (Node node : world.honest()) {
            neighbours(node).forEach(peer -> receiptsPassedOn(node, peer));
        }
        new FoldRules(world).check();
    }

    private static void takenOnce(Node node, Placed entry) {
        Promise.demand(
                node.store().envelopes().arrivals(entry.id()) == 1,
                "nothing is taken twice",
                node,
                entry.id());
    }

    private List<Node> neighbours(Node node) {
        var neighbours = new ArrayList<Node>();
        for (Link link : world.scenario().links()) {
            if (link.low() == node.number() || link.high() == node.number()) {
                Node other = world.node(link.low() + link.high() - node.number());
                if (other.isHonest()) {
                    neighbours.add(other);
                }
            }
        }
        return neighbours;
    }

    private Standing standing(Node node, DossierId dossier) {
        return world.observer().standing(node, dossier);
    }

    /// Whoever thinks that both belong to the dossier has given the other all that it holds.
    private void sameEnvelopes(Node node, Node peer, DossierId dossier) {
        Standing mine = standing(node, dossier);
        if (!mine.isMember(node.id()) || !believes(peer, dossier, node)) {
            return;
        }
        for (Placed entry : node.store().envelopes().entries(dossier)) {
            boolean owed =
                    mine.isMember(peer.id())
                            || (hasHeardOf(peer, dossier, node)
                                    && mine.mayBeKnownToBelong(node.id(), peer.id())
                                    && isOwedRemovalOf(mine, entry, peer.id()));
            Promise.demand(
                    !owed || peer.store().envelopes().find(entry.id()).isPresent(),
                    "all honest members hold the same envelopes",
                    node,
                    peer,
                    entry.id());
        }
    }

    /// Who counts another out, or its addition void, takes nothing from it; who once did may not have heard since what it
    /// declined then. Who has not heard of its addition hears of it from itself, unless it counts out whom that rests on.
    private boolean believes(Node peer, DossierId dossier, Node node) {
        Standing standing = standing(peer, dossier);
        if (isPutOff(world.scenario(), peer, dossier, node)) {
            return false;
        }
        return !peer.holds(dossier)
                || (standing.removals(node.id()).isEmpty()
                        && (standing.isMember(node.id())
                                || (!standing.isNamed(node.id())
                                        && world.observer()
                                                .isBroughtIn(dossier, standing, node.id()))));
    }

    /// Nobody joins a dossier that is longer than its room, where that is narrow.
    private static boolean isPutOff(Scenario scenario, Node peer, DossierId dossier, Node node) {
        boolean isOurs =
                peer.holds(dossier) && peer.store().envelopes().invitations(dossier).isEmpty();
        return !isOurs && !scenario.hasRoomFor(node.store().envelopes().entries(dossier).size());
    }

    /// Who was put out is not shown how others came in since, and takes nothing from whom it does not know otherwise.
    private boolean hasHeardOf(Node peer, DossierId dossier, Node node) {
        return peer.holds(dossier) && standing(peer, dossier).isMember(node.id());
    }

    /// A removal of whom was out already is not told to it.
    private static boolean isOwedRemovalOf(Standing standing, Placed entry, NodeId node) {
        return standing.removals(node).contains(entry) && standing.mayKnow(node, entry.id());
    }

    /// Everything that an honest member wrote has come to whom it was addressed, and is receipted.
    private void contents(Node author, DossierId dossier) {
        Standing standing = standing(author, dossier);
        if (!standing.isMember(author.id())) {
            return;
        }
        List<Node> reached = reached(author, dossier);
        for (Placed entry : author.store().envelopes().entries(dossier)) {
            if (!entry.author().equals(author.id()) || standing.voidReason(entry).isPresent()) {
                continue;
            }
            for (Node reader : reached) {
                if (world.observer().utterances().audience(entry.id()).contains(reader.id())
                        && standing.removals(reader.id()).isEmpty()
                        && (neighbours(author).contains(reader) || carriersHaveRoom())
                        && !isGone(author, entry.id())) {
                    delivered(author, reader, entry);
                }
            }
        }
    }

    /// With little room a carrier may be full of parcels for who is away.
    private boolean carriersHaveRoom() {
        return world.scenario().limits().carried() >= Limits.STANDARD.carried();
    }

    private static boolean isGone(Node node, EntryId entry) {
        return node.store().contents().sight(entry) instanceof Sight.Erased;
    }

    private void delivered(Node author, Node reader, Placed entry) {
        Sight sight = reader.store().contents().sight(entry.id());
        Promise.demand(
                sight instanceof Sight.Read || sight instanceof Sight.Erased,
                "nothing that was written is lost",
                author,
                reader,
                entry.id());
        Promise.demand(
                author.store().receipts().find(entry.id(), reader.id()).isPresent(),
                "the receipt comes to the author",
                author,
                reader,
                entry.id());
        for (Store.Shelf.Item item : author.store().shelf().addressedTo(reader.id())) {
            Promise.demand(
                    !item.entry().equals(entry.id()),
                    "an author's shelf lets go of what was receipted",
                    author,
                    reader,
                    entry.id());
        }
    }

    /// Honest members that this one reaches over honest members.
    private List<Node> reached(Node from, DossierId dossier) {
        Standing standing = standing(from, dossier);
        var numbers = new TreeSet<Integer>();
        var open = new ArrayList<Node>(List.of(from));
        var reached = new ArrayList<Node>();
        numbers.add(from.number());
        while (!open.isEmpty()) {
            Node next = open.removeFirst();
            for (Node peer : neighbours(next)) {
                if (standing.isMember(peer.id())
                        && believes(peer, dossier, from)
                        && believes(peer, dossier, next)
                        && believes(next, dossier, peer)
                        && numbers.add(peer.number())) {
                    reached.add(peer);
                    open.add(peer);
                }
            }
        }
        return reached;
    }

    /// Whoever of the audience holds a receipt has told its peers of the audience.
    private void receiptsPassedOn(Node node, Node peer) {
        for (Receipt receipt : node.store().receipts().all()) {
            var placed = node.store().envelopes().find(receipt.entry());
            if (placed.isEmpty()) {
                continue;
            }
            var audience = world.observer().utterances().audience(receipt.entry());
            Standing standing = standing(node, placed.get().dossier());
            boolean concerned =
                    audience.contains(peer.id())
                            && node.store().contents().sight(receipt.entry()) instanceof Sight.Read
                            && standing.isMember(node.id())
                            && standing.isMember(peer.id())
                            && believes(peer, placed.get().dossier(), node)
                            && peer.store().envelopes().find(receipt.entry()).isPresent()
                            && standing.removals(peer.id()).isEmpty()
                            && !receipt.by().equals(peer.id());
            Promise.demand(
                    !concerned
                            || peer.store()
                                    .receipts()
                                    .find(receipt.entry(), receipt.by())
                                    .isPresent(),
                    "receipts come to the audience",
                    node,
                    peer,
                    receipt.entry());
        }
    }
}
