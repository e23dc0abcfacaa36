package org.counterpart.simulation;

import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.SignedCard;

import java.util.List;
import java.util.TreeSet;

/// Whether an entry may have a place at all, worked out from its past by the words of the protocol.
final class Legality {
    private final World world;
    private final Observer observer;
    private final TreeSet<EntryId> checked = new TreeSet<>();

    Legality(World world, Observer observer) {
        this.world = world;
        this.observer = observer;
    }

    /// The answer follows from the entry alone, so each is looked at once.
    void check(Node node, Placed entry) {
        if (!checked.add(entry.id())) {
            return;
        }
        Promise.demand(
                !world.isHonest(entry.author())
                        || observer.utterances()
                                .find(entry.id())
                                .filter(said -> said.author().equals(entry.author()))
                                .isPresent(),
                "nobody writes in another's name",
                node,
                entry.id());
        cards(node, entry);
        if (!entry.envelope().parents().isEmpty()) {
            following(node, entry);
        }
    }

    private void cards(Node node, Placed entry) {
        List<SignedCard> cards =
                switch (entry.membership()) {
                    case Membership.Open open -> open.members();
                    case Membership.Add add -> List.of(add.card());
                    case Membership.Renew renew -> List.of(renew.card());
                    case Membership.Remove _, Membership.Leave _, Membership.Unchanged _ ->
                            List.of();
                };
        for (SignedCard card : cards) {
            world.node(card.card().node())
                    .filter(Node::isHonest)
                    .ifPresent(
                            owner ->
                                    Promise.demand(
                                            owner.keyring().hasIssued(card),
                                            "a card is its node's own",
                                            node,
                                            entry.id()));
        }
    }

    private void following(Node node, Placed entry) {
        List<Placed> past = observer.ancestry().past(entry.id());
        var then = new Standing(past, observer.ancestry());
        NodeId author = entry.author();
        Promise.demand(then.isMember(author), "only members write", node, entry.id());
        boolean previous =
                entry.envelope().parents().stream()
                                .flatMap(parent -> past.stream().filter(e -> e.id().equals(parent)))
                                .filter(e -> e.author().equals(author))
                                .filter(e -> e.sequence() == entry.sequence() - 1)
                                .count()
                        == (entry.sequence() == 1 ? 0 : 1);
        Promise.demand(
                previous && highest(past, author) == entry.sequence() - 1,
                "an author's entries follow each other",
                node,
                entry.id());
        boolean steward = Boolean.TRUE.equals(then.members().get(author));
        switch (entry.membership()) {
            case Membership.Add _ -> Promise.demand(steward, "only stewards add", node, entry.id());
            case Membership.Remove(var removed, long last) -> {
                Promise.demand(steward, "only stewards remove", node, entry.id());
                Promise.demand(
                        highest(past, removed) == last,
                        "a removal names the last number that was seen",
                        node,
                        entry.id());
            }
            case Membership.Renew(var card) ->
                    Promise.demand(
                            card.card().node().equals(author),
                            "a node renews its own card",
                            node,
                            entry.id());
            case Membership.Open _ ->
                    Promise.demand(false, "a dossier is opened once", node, entry.id());
            case Membership.Leave _, Membership.Unchanged _ -> {}
        }
    }

    private static long highest(List<Placed> past, NodeId author) {
        return past.stream()
                .filter(entry -> entry.author().equals(author))
                .mapToLong(Placed::sequence)
                .max()
                .orElse(0);
    }
}
