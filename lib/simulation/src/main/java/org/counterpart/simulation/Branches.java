package org.counterpart.simulation;

import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Parcel;
import org.counterpart.dossier.SignedEnvelope;
import org.counterpart.replication.Batch;
import org.counterpart.replication.BatchRefusal;
import org.counterpart.replication.Declined;
import org.counterpart.replication.Report;
import org.counterpart.replication.Store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Counts rare branches of the machine of honest nodes, by what they say and by what they hold before and after each act.
final class Branches {
    private static final String NOT_A_MEMBER = BatchRefusal.SENDER_NOT_A_MEMBER.code();

    private final Coverage coverage;
    private final Observer observer;
    private final TreeMap<Integer, TreeSet<DossierId>> promised = new TreeMap<>();
    private final TreeMap<Integer, List<Store.Shelf.Item>> sealed = new TreeMap<>();
    private final TreeMap<Integer, TreeSet<EntryId>> displaced = new TreeMap<>();
    private Optional<Taking> taking = Optional.empty();

    /// A batch that a node is taking.
    ///
    /// @param unheard what it brings of dossiers of the node in which its sender does not count, as the node holds it before
    private record Taking(Node node, Batch batch, TreeSet<EntryId> unheard, int reports) {}

    Branches(Coverage coverage, Observer observer) {
        this.coverage = coverage;
        this.observer = observer;
    }

    void hears(Node node, Batch batch) {
        if (!node.isHonest()) {
            return;
        }
        var unheard = new TreeSet<EntryId>();
        for (SignedEnvelope envelope : batch.envelopes()) {
            if (isStranger(node, batch.from(), envelope.dossier())
                    && node.store().envelopes().find(envelope.id()).isEmpty()) {
                unheard.add(envelope.id());
            }
        }
        taking = Optional.of(new Taking(node, batch, unheard, node.store().reports().size()));
    }

    /// Whether the node belongs or belonged to the dossier, and knows of no reason to take anything of it from this peer.
    private boolean isStranger(Node node, NodeId peer, DossierId dossier) {
        if (!node.holds(dossier)) {
            return false;
        }
        Standing standing = observer.standing(node, dossier);
        return standing.isNamed(node.id()) && !standing.isMember(peer);
    }

    void says(Node node, Batch batch) {
        if (!node.isHonest()) {
            return;
        }
        for (Parcel parcel : batch.parcels()) {
            if (parcel.recipient().equals(batch.to())
                    && !parcel.wrap().maker().equals(batch.from())) {
                coverage.count(Happening.CARRIED_FOR_ANOTHER);
            }
        }
        for (Declined declined : batch.declined()) {
            if (declined.code().equals(BatchRefusal.COME_LATER.code())
                    && isForWantOfRoom(node, declined)) {
                coverage.count(Happening.PUT_OFF);
            }
        }
    }

    /// Not because what it carries already may be fresher.
    private static boolean isForWantOfRoom(Node node, Declined declined) {
        return !(declined instanceof Declined.OfParcel(var entry, var to, var maker, _))
                || node.store().shelf().find(entry, to, maker).isEmpty();
    }

    void acted(Node node) {
        if (node.isHonest()) {
            taking.filter(one -> one.node() == node && node.isUp()).ifPresent(this::taken);
            joined(node);
            sealedAnew(node);
        }
        taking = Optional.empty();
    }

    private void taken(Taking one) {
        Node node = one.node();
        if (one.unheard().stream()
                .anyMatch(entry -> node.store().envelopes().find(entry).isPresent())) {
            coverage.count(Happening.VOUCHED_FOR);
        }
        List<Report> reports = node.store().reports();
        List<String> fresh =
                reports.subList(Math.min(one.reports(), reports.size()), reports.size()).stream()
                        .filter(report -> report.code().equals("DECLINED_" + NOT_A_MEMBER))
                        .map(Report::subject)
                        .toList();
        for (Declined declined : one.batch().declined()) {
            if (declined instanceof Declined.OfEnvelope(var entry, var code)
                    && code.equals(NOT_A_MEMBER)
                    && fresh.contains(entry.hex())) {
                coverage.count(Happening.FELL_SILENT);
            }
        }
    }

    private void joined(Node node) {
        Store.Envelopes envelopes = node.store().envelopes();
        TreeSet<DossierId> before = promised.computeIfAbsent(node.number(), _ -> new TreeSet<>());
        var dossiers = new TreeSet<>(before);
        dossiers.addAll(node.store().envelopes().dossiers());
        for (DossierId dossier : dossiers) {
            List<Store.Envelopes.Invitation> invitations = envelopes.invitations(dossier);
            if (!invitations.isEmpty()) {
                before.add(dossier);
                invitations.forEach(invitation -> gaveWay(node, dossier, invitation));
            } else if (before.remove(dossier) && node.holds(dossier)) {
                coverage.count(Happening.JOINED_ON_A_PROMISE);
            }
        }
    }

    private void gaveWay(Node node, DossierId dossier, Store.Envelopes.Invitation invitation) {
        if (node.store().envelopes().gaveWay(dossier, invitation.by())
                && displaced
                        .computeIfAbsent(node.number(), _ -> new TreeSet<>())
                        .add(invitation.addition())) {
            coverage.count(Happening.GAVE_WAY);
        }
    }

    /// The same parcel of the node's own making, for another key.
    private void sealedAnew(Node node) {
        List<Store.Shelf.Item> before = sealed.getOrDefault(node.number(), List.of());
        var now = new ArrayList<Store.Shelf.Item>();
        for (Store.Shelf.Item item : node.store().shelf().items()) {
            if (item.maker().equals(node.id())) {
                now.add(item);
            }
        }
        if (now.equals(before)) {
            return;
        }
        for (Store.Shelf.Item item : now) {
            if (before.stream().anyMatch(old -> isFresher(item, old))) {
                coverage.count(Happening.SEALED_ANEW);
            }
        }
        sealed.put(node.number(), now);
    }

    private static boolean isFresher(Store.Shelf.Item item, Store.Shelf.Item old) {
        return item.entry().equals(old.entry())
                && item.recipient().equals(old.recipient())
                && item.under().equals(old.under())
                && !item.key().equals(old.key());
    }
}
