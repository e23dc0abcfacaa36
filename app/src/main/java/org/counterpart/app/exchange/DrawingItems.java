package org.counterpart.app.exchange;

import org.counterpart.app.dossiers.Change;
import org.counterpart.app.dossiers.HeldEntry;
import org.counterpart.app.dossiers.Projection;
import org.counterpart.app.dossiers.Vault;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Picture;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/// Draws the items of each dossier that changed.
@Component
class DrawingItems implements Projection {
    private final ObjectProvider<Vault> vaults;
    private final Items items;
    private final InstantSource clock;

    DrawingItems(ObjectProvider<Vault> vaults, Items items, InstantSource clock) {
        this.vaults = vaults;
        this.items = items;
        this.clock = clock;
    }

    @Override
    public void apply(List<Change> changes) {
        Vault vault = vaults.getObject();
        NavigableSet<DossierId> dossiers = new TreeSet<>();
        for (Change change : changes) {
            if (change instanceof Change.Joined(var dossier)) {
                dossiers.add(dossier);
            } else {
                entryOf(change).flatMap(vault::dossierOf).ifPresent(dossiers::add);
            }
        }
        for (DossierId dossier : dossiers) {
            vault.picture(dossier)
                    .ifPresent(
                            picture ->
                                    items.draw(
                                            dossier,
                                            new Drawing(picture, vault.self()).items(),
                                            clock.instant()));
        }
    }

    private static Optional<EntryId> entryOf(Change change) {
        return switch (change) {
            case Change.Placed(var entry) -> Optional.of(entry.id());
            case Change.Opened(var entry, _) -> Optional.of(entry);
            case Change.FoundVoid(var entry, _) -> Optional.of(entry);
            case Change.Signed(var receipt) -> Optional.of(receipt.entry());
            case Change.Erased(var entry) -> Optional.of(entry);
            case Change.KeptOnPromise _, Change.Received _, Change.Joined _, Change.Reported _ ->
                    Optional.empty();
        };
    }

    /// The items of one picture.
    private static final class Drawing {
        private final Picture picture;
        private final NodeId self;
        private final List<Item> items = new ArrayList<>();

        Drawing(Picture picture, NodeId self) {
            this.picture = picture;
            this.self = self;
        }

        List<Item> items() {
            Requests.in(picture).forEach(this::request);
            for (Picture.Line line : picture.lines()) {
                if (Requests.messageOf(line).orElse(null) instanceof Message.SpontaneousInformation
                        && !line.placed().author().equals(self)) {
                    add(line.id(), ItemKind.INFORMATION, line.standing().name());
                }
            }
            picture.permissions().forEach(this::permission);
            picture.recalls().values().forEach(this::recall);
            return items;
        }

        private void request(Request request) {
            Request.Asked asked = request.asked();
            boolean byUs = asked.askingNode().equals(self);
            if (!byUs && !asked.requestedNode().equals(self)) {
                return;
            }
            items.add(
                    new Item(
                            asked.id(),
                            byUs ? asked.askingDesk() : asked.message().to(),
                            picture.dossier(),
                            byUs ? ItemKind.REQUEST_BY_US : ItemKind.REQUEST_TO_US,
                            stateOf(request),
                            asked.askingNode(),
                            Optional.of(asked.message().to()),
                            dueAt(request),
                            asked.sentAt()));
        }

        private static String stateOf(Request request) {
            return switch (request) {
                case Request.Sent _ -> "SENT";
                case Request.Delivered _ -> "DELIVERED";
                case Request.AnsweredInPart _ -> "ANSWERED_IN_PART";
                case Request.Answered _ -> "ANSWERED";
                case Request.Refused _ -> "REFUSED";
                case Request.Withdrawn _ -> "WITHDRAWN";
            };
        }

        private static Optional<Instant> dueAt(Request request) {
            return switch (request) {
                case Request.Delivered(_, _, var due) -> Optional.of(due);
                case Request.AnsweredInPart(_, _, var due) -> Optional.of(due);
                case Request.Sent _, Request.Answered _, Request.Refused _, Request.Withdrawn _ ->
                        Optional.empty();
            };
        }

        private void permission(EntryId id, Picture.Permission permission) {
            if (permission instanceof Picture.Permission.Asked) {
                HeldEntry.in(picture, id)
                        .filter(held -> !held.line().placed().author().equals(self))
                        .ifPresent(_ -> add(id, ItemKind.PERMISSION_ASKED, "ASKED"));
            }
        }

        private void recall(Picture.RecallState recall) {
            if (recall.unanswered().contains(self)) {
                add(recall.recall(), ItemKind.RECALL_TO_ANSWER, "ASKED");
            }
        }

        /// For every desk of ours to which the entry is addressed.
        private void add(EntryId id, ItemKind kind, String state) {
            HeldEntry.in(picture, id)
                    .ifPresent(
                            held -> {
                                for (DeskId desk : held.desksOf(self)) {
                                    items.add(
                                            new Item(
                                                    id,
                                                    desk,
                                                    picture.dossier(),
                                                    kind,
                                                    state,
                                                    held.line().placed().author(),
                                                    Optional.empty(),
                                                    Optional.empty(),
                                                    held.content().claimedAt()));
                                }
                            });
        }
    }
}
