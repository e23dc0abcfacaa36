package org.counterpart.app.federation;

import org.counterpart.app.dossiers.OwnKeys;
import org.counterpart.app.dossiers.SoundKeys;
import org.counterpart.app.node.ANode;
import org.counterpart.app.node.KeyFile;
import org.counterpart.dossier.Card;
import org.counterpart.dossier.Digest;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.PublishedCryptography;
import org.counterpart.dossier.SignedCard;

import java.time.Instant;
import java.util.Random;

/// A peer of the shared node that does not keep to the protocol; its door has the TLS key of that node, for want of
/// another.
final class FalseNode implements AutoCloseable {
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    private final Peers peers;
    private final NodeKeys keys;
    private final FalseDoor door;
    private final NodeId us;

    private FalseNode(ANode node, NodeKeys keys, FalseDoor door) {
        this.peers = node.bean(Peers.class);
        this.keys = keys;
        this.door = door;
        var own = node.bean(OwnKeys.class).now();
        this.us = own.node();
        peers.keepCard(keys.card(), LONG_AGO);
        peers.decide(keys.node(), true, true);
        peers.hear(keys.node(), true);
        peers.told(keys.node(), own.card().card().serial(), true);
    }

    /// Both operators accept, and it knows our card. The node's own loop is ended: the test speaks.
    static FalseNode peerOf(ANode node, long seed) {
        node.bean(Outbox.class).stop();
        FalseDoor door = FalseDoor.opened(node.bean(KeyFile.class).tls());
        NodeKeys keys = SoundKeys.of("VN", new Random(seed), door.address(), door.pin());
        return new FalseNode(node, keys, door);
    }

    /// Another card that it signs.
    SignedCard card(long serial, Digest tlsKey) {
        Card first = keys.card().card();
        var card =
                new Card(
                        first.node(),
                        first.state(),
                        serial,
                        first.addresses(),
                        first.signingKey(),
                        first.sealing(),
                        tlsKey,
                        first.escalation());
        return SignedCard.sign(card, keys.signing(), new PublishedCryptography());
    }

    NodeKeys keys() {
        return keys;
    }

    NodeId id() {
        return keys.node();
    }

    NodeId us() {
        return us;
    }

    FalseDoor door() {
        return door;
    }

    /// As our node has it now.
    Peer peer() {
        return peers.find(id()).orElseThrow();
    }

    @Override
    public void close() {
        peers.decide(id(), false, false);
        peers.hear(id(), false);
        door.close();
    }
}
