package org.counterpart.simulation;

import org.counterpart.dossier.Cryptography;
import org.counterpart.dossier.Guards;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.PublishedCryptography;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// One run: its time, its chance, its nodes and who watches them.
final class World {
    private final Scenario scenario;
    private final Chance chance;
    private final Agenda agenda = new Agenda();
    private final Trace trace;
    private final Coverage coverage = new Coverage();
    private final Cryptography cryptography;
    private final Guards guards;
    private final List<Node> nodes = new ArrayList<>();
    private final Observer observer;

    World(long seed, Settings settings) {
        this.chance = Chance.of(seed);
        this.scenario = Scenario.draw(seed, chance.scenario(), settings.realCryptography());
        this.trace = new Trace(agenda, settings.recording());
        this.cryptography =
                scenario.realCryptography()
                        ? new PublishedCryptography()
                        : new StandInCryptography();
        this.guards = settings.guards();
        for (int number = 0; number < scenario.nodes(); number++) {
            nodes.add(new Node(this, number));
        }
        this.observer = new Observer(this);
        for (Scenario.Link link : scenario.links()) {
            peer(link);
        }
    }

    Scenario scenario() {
        return scenario;
    }

    Chance chance() {
        return chance;
    }

    Agenda agenda() {
        return agenda;
    }

    Trace trace() {
        return trace;
    }

    Coverage coverage() {
        return coverage;
    }

    Cryptography cryptography() {
        return cryptography;
    }

    Guards guards() {
        return guards;
    }

    Observer observer() {
        return observer;
    }

    List<Node> nodes() {
        return Collections.unmodifiableList(nodes);
    }

    List<Node> honest() {
        return nodes.stream().filter(Node::isHonest).toList();
    }

    Node node(int number) {
        return nodes.get(number);
    }

    Optional<Node> node(NodeId id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
    }

    boolean isHonest(NodeId id) {
        return node(id).filter(Node::isHonest).isPresent();
    }

    /// Both operators accept.
    void peer(Scenario.Link link) {
        Node low = node(link.low());
        Node high = node(link.high());
        accept(low, high);
        accept(high, low);
    }

    /// The operator of one node accepts another.
    void accept(Node node, Node other) {
        node.perform(
                () ->
                        node.transaction(
                                _ -> {
                                    node.store().peers().accept(other.id());
                                    return true;
                                }));
    }

    /// The operator of one node withdraws from the peering.
    void withdraw(Node node, Node other) {
        node.perform(
                () ->
                        node.transaction(
                                _ -> {
                                    node.store().peers().withdraw(other.id());
                                    return true;
                                }));
    }
}
