package org.counterpart.simulation;

import org.counterpart.dossier.Audience;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.SignedCard;
import org.counterpart.dossier.Suite;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Opens a dossier on a node.
final class Opening {
    /// An identity to write the first content before the dossier has one.
    private static final DossierId NONE = new DossierId("aaaaaaaaaaaaaaaaaaaaaaaaaa");

    private Opening() {}

    static void open(World world, Node node, SortedSet<Integer> members) {
        var random = world.chance().workload();
        List<SignedCard> cards = new ArrayList<>();
        var nodes = new TreeSet<NodeId>();
        var stewards = new TreeSet<NodeId>();
        for (int number : members) {
            Node member = world.node(number);
            cards.add(member.keyring().keys().card());
            nodes.add(member.id());
            if (random.nextBoolean()) {
                stewards.add(member.id());
            }
        }
        var act = new Membership.Open(cards, stewards, EnumSet.of(Suite.CP1));
        var content = new Desk(world, node, NONE).words(Audience.ofNodes(nodes), List.of());
        node.perform(
                () ->
                        node.transaction(
                                store -> {
                                    var done = node.replication().open(store, act, content);
                                    world.observer().wrote(node, done);
                                    return done;
                                }));
        world.trace().note("opens", node, members);
        world.observer().acted(node);
    }
}
