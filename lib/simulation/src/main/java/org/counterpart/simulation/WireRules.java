package org.counterpart.simulation;

import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Parcel;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Receipt;
import org.counterpart.dossier.SignedEnvelope;
import org.counterpart.replication.Batch;
import org.counterpart.replication.Heads;
import org.counterpart.replication.Want;

import java.util.Optional;

/// What an honest node may put on the wire, judged by what it holds itself.
final class WireRules {
    private final Observer observer;

    WireRules(Observer observer) {
        this.observer = observer;
    }

    void check(Node node, Batch batch) {
        Promise.demand(
                batch.from().equals(node.id()), "a node speaks for itself", node, batch.to());
        if (batch.isEmpty()) {
            return;
        }
        Promise.demand(
                node.store().peers().isPeer(batch.to()),
                "nothing is said to who is not a peer",
                node,
                batch.to());
        batch.heads().forEach(heads -> heads(node, batch.to(), heads));
        batch.wants().forEach(want -> want(node, batch.to(), want));
        batch.envelopes().forEach(envelope -> envelope(node, batch.to(), envelope));
        batch.parcels().forEach(parcel -> parcel(node, batch.to(), parcel));
        batch.receipts().forEach(receipt -> receipt(node, batch.to(), receipt));
    }

    private boolean mayKnow(Node node, DossierId dossier, NodeId peer, EntryId entry) {
        Standing standing = observer.standing(node, dossier);
        return standing.isNamed(node.id())
                && standing.mayKnow(peer, entry)
                && (standing.mayKnow(node.id(), entry) || !standing.isMember(peer));
    }

    private void heads(Node node, NodeId peer, Heads heads) {
        for (EntryId entry : heads.entries()) {
            Promise.demand(
                    mayKnow(node, heads.dossier(), peer, entry),
                    "how far a node is only members learn",
                    node,
                    peer,
                    entry);
        }
        Standing standing = observer.standing(node, heads.dossier());
        heads.clock()
                .seen()
                .forEach(
                        (author, sequence) ->
                                Promise.demand(
                                        standing.entries().stream()
                                                .filter(e -> e.author().equals(author))
                                                .filter(e -> e.sequence() >= sequence)
                                                .anyMatch(e -> standing.mayKnow(peer, e.id())),
                                        "how far a node is only members learn",
                                        node,
                                        peer,
                                        author));
    }

    private void want(Node node, NodeId peer, Want want) {
        Standing standing = observer.standing(node, want.dossier());
        boolean inviter = node.store().envelopes().invitation(want.dossier(), peer).isPresent();
        Promise.demand(
                inviter || standing.isMember(peer) || observer.isShown(node, peer, want.dossier()),
                "only members are asked for entries",
                node,
                peer,
                want.dossier());
        if (!standing.isNamed(node.id())) {
            broughtByItself(node, peer, want);
        }
    }

    /// Before a dossier is its own a node tells each inviter no more than that one has shown to hold.
    private void broughtByItself(Node node, NodeId peer, Want want) {
        want.clock()
                .seen()
                .forEach(
                        (author, sequence) ->
                                Promise.demand(
                                        observer.hasBrought(
                                                node, peer, want.dossier(), author, sequence),
                                        "a newcomer tells an inviter what it has brought itself",
                                        node,
                                        peer,
                                        author));
    }

    private void envelope(Node node, NodeId peer, SignedEnvelope envelope) {
        Promise.demand(
                mayKnow(node, envelope.dossier(), peer, envelope.id()),
                "envelopes go to members, and to who was put out up to its removal",
                node,
                peer,
                envelope.id());
    }

    private void parcel(Node node, NodeId peer, Parcel parcel) {
        Optional<Placed> placed = node.store().envelopes().find(parcel.entry());
        Promise.demand(
                placed.isPresent(), "no parcel without its envelope", node, peer, parcel.entry());
        Standing standing = observer.standing(node, placed.orElseThrow().dossier());
        NodeId recipient = parcel.recipient();
        Promise.demand(
                standing.isMember(recipient) && standing.isMember(peer),
                "parcels are for members and carried by members",
                node,
                peer,
                parcel.entry());
        boolean byUs = parcel.wrap().maker().equals(node.id());
        Promise.demand(
                !byUs || observer.utterances().mayOpen(parcel.entry()).contains(recipient),
                "a node seals to the audience and to whom it gives",
                node,
                recipient,
                parcel.entry());
        Promise.demand(
                peer.equals(recipient) || !node.store().peers().isPeer(recipient),
                "a parcel for a peer is handed to nobody else",
                node,
                peer,
                parcel.entry());
    }

    private void receipt(Node node, NodeId peer, Receipt receipt) {
        if (receipt.by().equals(node.id())) {
            Promise.demand(
                    node.durable().has(receipt.entry()),
                    "no receipt without durable content",
                    node,
                    peer,
                    receipt.entry());
        }
        Optional<Placed> placed = node.store().envelopes().find(receipt.entry());
        Promise.demand(
                placed.isPresent(), "no receipt without its entry", node, peer, receipt.entry());
        Standing standing = observer.standing(node, placed.orElseThrow().dossier());
        boolean toAuthor =
                placed.orElseThrow().author().equals(peer) && receipt.by().equals(node.id());
        Promise.demand(
                standing.isMember(peer) || toAuthor,
                "nothing but the receipt of its own goes to who was put out",
                node,
                peer,
                receipt.entry());
        boolean concerned =
                observer.utterances().find(receipt.entry()).isEmpty()
                        || observer.utterances().audience(receipt.entry()).contains(peer)
                        || observer.handlers().of(receipt.entry(), receipt.by()).contains(peer);
        Promise.demand(
                concerned,
                "receipts stay with the audience and on the way of the parcel",
                node,
                peer,
                receipt.entry());
    }
}
