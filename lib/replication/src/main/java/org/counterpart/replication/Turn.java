package org.counterpart.replication;

import org.counterpart.dossier.Audience;
import org.counterpart.dossier.Clock;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Guard;
import org.counterpart.dossier.Member;
import org.counterpart.dossier.Members;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Placing;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// One transaction with one peer, as the classes that take and compose see it.
///
/// Each item of a batch asks who belongs to its dossier, so the answer is kept until something is placed that may change it.
/// What is walked through to answer is remembered as well, and shared with whoever judges envelopes: of a member with two
/// histories it is the whole dossier.
final class Turn {
    private final Store store;
    private final NodeKeys keys;
    private final Tools tools;
    private Placing placing;
    private final NodeId peer;
    private final Answer answer;
    private final SortedMap<DossierId, SortedMap<NodeId, Member>> now = new TreeMap<>();
    private final SortedMap<DossierId, SortedSet<NodeId>> ever = new TreeMap<>();

    Turn(Store store, NodeKeys keys, Tools tools, NodeId peer, Answer answer) {
        this.store = store;
        this.keys = keys;
        this.tools = tools;
        this.placing = placing(store, tools);
        this.peer = peer;
        this.answer = answer;
    }

    private static Placing placing(Store store, Tools tools) {
        return new Placing(store.envelopes(), tools.cryptography(), tools.guards());
    }

    Store store() {
        return store;
    }

    NodeKeys keys() {
        return keys;
    }

    Tools tools() {
        return tools;
    }

    Members members() {
        return placing.members();
    }

    Placing placing() {
        return placing;
    }

    NodeId peer() {
        return peer;
    }

    Answer answer() {
        return answer;
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
        return now.computeIfAbsent(
                dossier, one -> Collections.unmodifiableSortedMap(members().now(one)));
    }

    /// Every node that belongs or belonged to the dossier.
    SortedSet<NodeId> everIn(DossierId dossier) {
        return ever.computeIfAbsent(
                dossier, one -> Collections.unmodifiableSortedSet(members().ever(one)));
    }

    /// Those of an audience that belong or belonged to the dossier: to nodes that an author makes up nothing is owed.
    SortedSet<NodeId> everIn(DossierId dossier, Audience audience) {
        var nodes = new TreeSet<>(everIn(dossier));
        nodes.retainAll(audience.nodes());
        return nodes;
    }

    /// Places an entry. What changes no members leaves them as they are, unless its author used a number twice: that may be
    /// the number of an act.
    void place(Placed entry) {
        store.envelopes().place(entry);
        if (!(entry.membership() instanceof Membership.Unchanged)
                || store.envelopes().hasTwoHistories(entry.dossier(), entry.author())) {
            changed(entry.dossier());
        }
    }

    /// The dossier is not to become ours by this peer's invitation.
    void forget(DossierId dossier, NodeId by) {
        store.envelopes().forget(dossier, by);
        changed(dossier);
        placing = placing(store, tools);
    }

    /// What is kept of the dossier on a promise of the peer makes room; it may come again.
    void giveWay(Store.Envelopes.Promise promise) {
        report(BatchRefusal.COME_LATER.code(), promise.addition());
        store.envelopes().giveWay(promise.dossier(), peer);
        changed(promise.dossier());
        placing = placing(store, tools);
    }

    private void changed(DossierId dossier) {
        now.remove(dossier);
        ever.remove(dossier);
    }

    /// Whether a node whose clock of a dossier is this surely holds an entry: of an author with two histories the number
    /// does not tell.
    boolean holds(Clock clock, Placed entry) {
        return clock.covers(entry)
                && !store.envelopes().hasTwoHistories(entry.dossier(), entry.author());
    }

    /// Whether this node belongs or belonged to the dossier.
    boolean isOurs(DossierId dossier) {
        return everIn(dossier).contains(self());
    }

    /// Whether the peer belongs or belonged to a dossier: nobody else is answered.
    boolean everBelonged(DossierId dossier) {
        return everIn(dossier).contains(peer);
    }

    /// Whether the peer has shown in this batch that it belongs to a dossier of which we are behind, and was not put out by
    /// what it brought.
    boolean hasVouched(DossierId dossier) {
        return answer.vouched.contains(dossier) && !members().isPutOut(dossier, peer);
    }

    /// What both of us may speak of: all, between members; only what led to it, with one that was put out.
    Predicate<Placed> visible(DossierId dossier) {
        return guards(Guard.ONLY_MEMBERS_ARE_SERVED)
                ? members().visibleTo(dossier, peer).and(members().visibleTo(dossier, self()))
                : _ -> true;
    }

    /// Whether this peer, and not only another, has invited us to a dossier that is not ours yet.
    boolean isInvited(DossierId dossier) {
        return store.envelopes().invitation(dossier, peer).isPresent();
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
