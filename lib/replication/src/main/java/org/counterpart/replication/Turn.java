package org.counterpart.replication;

import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Guard;
import org.counterpart.dossier.Member;
import org.counterpart.dossier.Members;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.Placed;

import java.time.Instant;
import java.util.SortedMap;
import java.util.function.Predicate;

/// One transaction with one peer, as the classes that take and compose see it.
record Turn(Store store, NodeKeys keys, Tools tools, Members members, NodeId peer, Answer answer) {
    static Turn of(Store store, NodeKeys keys, Tools tools, NodeId peer, Answer answer) {
        var members = new Members(store.envelopes(), tools.guards());
        return new Turn(store, keys, tools, members, peer, answer);
    }

    NodeId self() {
        return keys.node();
    }

    Instant now() {
        return Instant.ofEpochMilli(tools.clock().millis());
    }

    boolean guards(Guard guard) {
        return tools.guards().stand(guard);
    }

    SortedMap<NodeId, Member> membersOf(DossierId dossier) {
        return members.now(dossier);
    }

    /// Whether this node belongs or belonged to the dossier.
    boolean isOurs(DossierId dossier) {
        return members.ever(dossier).contains(self());
    }

    /// Whether the peer belongs or belonged to a dossier: nobody else is answered.
    boolean everBelonged(DossierId dossier) {
        return members.ever(dossier).contains(peer);
    }

    /// What both of us may speak of: all, between members; only what led to it, with one that was put out.
    Predicate<Placed> visible(DossierId dossier) {
        return guards(Guard.ONLY_MEMBERS_ARE_SERVED)
                ? members.visibleTo(dossier, peer).and(members.visibleTo(dossier, self()))
                : _ -> true;
    }

    boolean isInvited(DossierId dossier) {
        return store.envelopes().invitation(dossier).isPresent();
    }

    void report(String code, EntryId entry) {
        store.report(new Report(code, peer, entry.hex()));
    }

    void decline(Declined declined) {
        answer.declined.add(declined);
    }

    void declineAndReport(Declined declined) {
        decline(declined);
        report(declined.code(), declined.entry());
    }
}
