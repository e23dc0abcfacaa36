package org.counterpart.replication;

import org.counterpart.dossier.Ciphertext;
import org.counterpart.dossier.Clock;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.EnvelopeRefusal;
import org.counterpart.dossier.History;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Parcel;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Receipt;
import org.counterpart.dossier.Receipting;
import org.counterpart.dossier.Secret;
import org.counterpart.dossier.Sight;
import org.counterpart.dossier.VoidReason;
import org.counterpart.dossier.Writing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// What replication keeps, seen from inside one transaction: it reads its own writes, and all of them last or none.
public interface Store {
    Envelopes envelopes();

    Contents contents();

    Shelf shelf();

    Receipts receipts();

    Peers peers();

    /// Remembers, for the ledger and for people, that something was refused or found wrong.
    void report(Report report);

    /// The entries that have a place, and what was refused.
    interface Envelopes extends History {
        SortedSet<EntryId> heads(DossierId dossier);

        /// Placed entries that this clock does not cover, parents before children.
        List<Placed> beyond(DossierId dossier, Clock clock, int most);

        /// Placed entries that the one clock does not cover and the other does, parents before children.
        List<Placed> between(DossierId dossier, Clock beyond, Clock reach, int most);

        /// How much of each author is placed.
        Clock clock(DossierId dossier);

        void place(Placed entry);

        void refuse(EntryId entry, EnvelopeRefusal ground);

        /// The entry that will make us a member once its past is here, as one peer showed it to us. Each peer invites for
        /// itself, so that none disturbs what another has begun.
        ///
        /// @param brought what the peer has brought of the dossier, and that had seen
        record Invitation(EntryId addition, NodeId by, Clock brought) {}

        /// All that stand, in the order of the peers; none once we belong to the dossier.
        List<Invitation> invitations(DossierId dossier);

        default Optional<Invitation> invitation(DossierId dossier, NodeId by) {
            return invitations(dossier).stream().filter(one -> one.by().equals(by)).findFirst();
        }

        /// Notes the invitation, in place of an earlier one of the same peer.
        void invite(DossierId dossier, EntryId addition, NodeId by);

        /// To how many dossiers that are not ours this peer has invited us.
        long invitedBy(NodeId by);

        /// The peer that invited us has brought so much by now.
        ///
        /// @param kept how many entries more are to be counted for it
        void brought(DossierId dossier, NodeId by, Clock brought, int kept);

        /// How many entries are counted for this peer, of dossiers to which it invited us while we do not belong to them.
        long onPromise(NodeId by);

        /// A dossier to which a peer invited us, and how many entries of it are counted for that peer.
        record Promise(DossierId dossier, EntryId addition, long kept) {}

        /// Of the dossiers to which this peer invited us the one of which most is counted for it.
        Optional<Promise> longestOnPromise(NodeId by);

        /// Makes room for others of the same peer, whose invitation stands: nothing of the dossier is counted for it any more.
        /// It stays where another peer's invitation promises it, counted for that one; else nothing of it is kept.
        void giveWay(DossierId dossier, NodeId by);

        /// Whether the dossier has given way since this peer invited us.
        boolean gaveWay(DossierId dossier, NodeId by);

        /// An addition is placed: the dossier is ours.
        void join(DossierId dossier);

        /// The addition that this peer showed was refused: its invitation ends. What is kept of the dossier stays where that of
        /// another peer promises it, counted for that one; else nothing of it stays.
        void forget(DossierId dossier, NodeId by);
    }

    /// The contents that we opened.
    interface Contents {
        Sight sight(EntryId entry);

        Optional<Secret> payloadKey(EntryId entry);

        Optional<Ciphertext> ciphertext(EntryId entry);

        /// What can be given on of an entry, where we hold its key and its ciphertext.
        default Optional<Writing.Openable> openable(EntryId entry) {
            return payloadKey(entry)
                    .flatMap(
                            key ->
                                    ciphertext(entry)
                                            .map(text -> new Writing.Openable(entry, text, key)));
        }

        /// The entry under which a content that is read here was opened: itself, or the forward or release that gave it.
        Optional<EntryId> under(EntryId entry);

        void keep(
                EntryId entry,
                EntryId under,
                Ciphertext ciphertext,
                Secret payloadKey,
                Content content);

        void markVoid(EntryId entry, VoidReason reason);

        /// How many entries of this author in a dossier are marked void, counted no further than this.
        long markedVoid(DossierId dossier, NodeId author, int most);
    }

    /// Parcels that wait for other nodes: our own, and those that we carry.
    interface Shelf {
        /// A parcel on the shelf, without its contents. Parcels of other makers for the same entry and recipient
        /// stand beside it: a false one keeps no place that a true one needs.
        ///
        /// @param key which of the recipient's sealing keys it was made for
        /// @param under the entry that allows it
        record Item(
                EntryId entry,
                NodeId recipient,
                NodeId maker,
                String key,
                EntryId under,
                NodeId broughtBy) {}

        /// All that waits for this node, however long it was away.
        List<Item> addressedTo(NodeId recipient);

        /// Some of what waits for this node: what this maker sealed before all else, and at most so many of that as of the rest. Of
        /// both every dossier has its turn, and each is in another order every time, so that what the node does not take keeps
        /// nothing from its turn.
        List<Item> toDeliver(NodeId recipient, NodeId first, int most);

        /// What waits for this node of one entry, by whichever makers.
        List<Item> addressedTo(NodeId recipient, EntryId entry);

        /// Parcels for others that this carrier does not have and did not bring, in another order every time.
        List<Item> withoutCarrier(NodeId carrier);

        Optional<Item> find(EntryId entry, NodeId recipient, NodeId maker);

        Parcel parcel(Item item);

        int broughtBy(NodeId node);

        /// Puts a parcel on the shelf, in place of an earlier one of the same entry, recipient and maker; nobody else
        /// has it yet.
        void put(Parcel parcel, NodeId broughtBy);

        void remove(Item item);

        /// This node has the parcel too.
        void carries(Item item, NodeId carrier);

        /// Who has the parcel too, whoever brought it aside.
        SortedSet<NodeId> carriers(Item item);
    }

    /// Receipts given and received, and to whom they are still to be told.
    interface Receipts {
        Optional<Receipt> find(EntryId entry, NodeId by);

        void record(Receipt receipt);

        /// Receipts of ours that are not signed yet, oldest first.
        List<Receipting.Owed> owed(int most);

        void owe(EntryId entry, Instant at);

        /// Our receipt for this entry is signed and recorded: nothing is owed any longer.
        void paid(EntryId entry);

        /// A receipt of this entry is to be told to this node.
        void tell(EntryId entry, NodeId by, NodeId to);

        /// Some of what is to be told to this node, others every time: what it does not take keeps nothing from its turn.
        List<Receipt> untold(NodeId to, int most);

        void told(EntryId entry, NodeId by, NodeId to);
    }

    /// Other nodes, and what we know that they hold.
    interface Peers {
        /// Whether both operators accepted the peering and neither has withdrawn it.
        boolean isPeer(NodeId node);

        SortedSet<NodeId> all();

        /// What a peer last said it holds of a dossier.
        Clock known(NodeId peer, DossierId dossier);

        void knows(NodeId peer, DossierId dossier, Clock clock);

        /// Dossiers that this peer is or was a member of and is not known to hold as we do, in another order each time: one
        /// with which there is no getting further must not keep the others from their turn.
        List<DossierId> unsettled(NodeId peer, int most);

        void settle(NodeId peer, DossierId dossier);

        void unsettle(NodeId peer, DossierId dossier);
    }
}
