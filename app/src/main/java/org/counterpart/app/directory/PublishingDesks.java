package org.counterpart.app.directory;

import org.counterpart.app.dossiers.Draft;
import org.counterpart.app.dossiers.PeeringEnded;
import org.counterpart.app.dossiers.PeeringStarted;
import org.counterpart.app.dossiers.Vault;
import org.counterpart.app.node.EventLine;
import org.counterpart.app.node.EventLog;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.Grading;
import org.counterpart.dossier.Handling;
import org.counterpart.dossier.HandlingCode;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Purpose;
import org.counterpart.dossier.Writer;
import org.counterpart.replication.Appended;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Set;

/// Tells each peer of this node's desks: all when a peering starts, a new one when it is added.
///
/// Works inside the transaction of what happened, so a peering without a directory, or a desk that peers are not told
/// of, cannot be.
@Component
class PublishingDesks {
    private final Desks desks;
    private final ForeignDesks foreign;
    private final Publications publications;
    private final Vault vault;
    private final EventLog log;

    PublishingDesks(
            Desks desks,
            ForeignDesks foreign,
            Publications publications,
            Vault vault,
            EventLog log) {
        this.desks = desks;
        this.foreign = foreign;
        this.publications = publications;
        this.vault = vault;
        this.log = log;
    }

    /// Where a peering comes back, both have what was told before, and what came in between follows by itself.
    @EventListener
    void started(PeeringStarted peering) {
        int _ = foreign.reach(peering.node(), true);
        if (publications.to(peering.node()).isEmpty()) {
            open(peering.node(), draft(desks.own(), peering.node()));
        }
    }

    /// Whoever withdrew is no longer asked; what was exchanged stays.
    @EventListener
    void ended(PeeringEnded peering) {
        int _ = foreign.reach(peering.node(), false);
    }

    @EventListener
    void added(DeskAdded added) {
        for (Publications.Publication to : publications.all()) {
            append(to.dossier(), draft(List.of(added.desk()), to.peer()));
        }
    }

    private void open(NodeId peer, Draft draft) {
        switch (vault.open(Set.of(peer), draft)) {
            case Appended.Done(var placed, _) -> publications.keep(peer, placed.dossier());
            case Appended.Refused(String code) -> failed(peer.hex(), code);
        }
    }

    private void append(DossierId dossier, Draft draft) {
        if (vault.append(dossier, draft) instanceof Appended.Refused(String code)) {
            failed(dossier.text(), code);
        }
    }

    private void failed(String subject, String code) {
        log.warn(EventLine.of("desks.not-published").id("to", subject).id("code", code));
    }

    private Draft draft(List<Desk.Own> told, NodeId peer) {
        return new Draft(
                PublishedDesks.TYPE,
                new Writer.Node(),
                Audience.ofNodes(List.of(vault.self(), peer)),
                Handling.of(Set.of(HandlingCode.H0), Set.of(Purpose.values())),
                new Grading.NothingAsserted(),
                PublishedDesks.of(told).payload(),
                List.of());
    }
}
