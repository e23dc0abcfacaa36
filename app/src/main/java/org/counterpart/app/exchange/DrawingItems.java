package org.counterpart.app.exchange;

import org.counterpart.app.dossiers.Change;
import org.counterpart.app.dossiers.HeldEntry;
import org.counterpart.app.dossiers.Projection;
import org.counterpart.app.dossiers.Vault;
import org.counterpart.dossier.Act;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Picture;
import org.counterpart.dossier.Sight;
import org.counterpart.dossier.Writer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        private final Map<Place, Item> items = new LinkedHashMap<>();

        /// One entry is one item of a desk, also where a hostile node makes an addition of members that asks a question too.
        private record Place(EntryId entry, DeskId desk) {}

        Drawing(Picture picture, NodeId self) {
            this.picture = picture;
            this.self = self;
        }

        List<Item> items() {
            Requests.in(picture).forEach(this::request);
            picture.lines().stream()
                    .filter(line -> !line.placed().author().equals(self))
                    .forEach(this::told);
            picture.permissions().forEach(this::permission);
            picture.recalls().values().forEach(this::recall);
            picture.lines().stream()
                    .filter(this::isBroughtIn)
                    .forEach(line -> toBeSeen(line.id(), ItemKind.BROUGHT_IN, "UNSEEN"));
            return List.copyOf(items.values());
        }

        /// What asks for more was put there before.
        private void keep(Item item) {
            items.putIfAbsent(new Place(item.entry(), item.desk()), item);
        }

        /// What another node wrote.
        private void told(Picture.Line line) {
            if (Requests.messageOf(line).orElse(null) instanceof Message.SpontaneousInformation) {
                toBeSeen(line.id(), ItemKind.INFORMATION, line.standing().name());
            }
            decision(line)
                    .ifPresent(state -> toBeSeen(line.id(), ItemKind.PERMISSION_DECIDED, state));
        }

        /// Of a node that is out again there is nothing to take note of any more.
        private boolean isBroughtIn(Picture.Line line) {
            return line.placed().membership() instanceof Membership.Add(var card, _)
                    && card.card().node().equals(self)
                    && picture.members().containsKey(self);
        }

        /// How a permission that this node asked for was decided, as far as this line decides it.
        private Optional<String> decision(Picture.Line line) {
            if (line.standing() == Picture.Standing.RECALLED
                    || !(line.sight() instanceof Sight.Read(Content content))) {
                return Optional.empty();
            }
            return switch (Act.of(content)) {
                case Act.Release release
                        when isOurs(release.request())
                                && picture.permissions().get(release.request())
                                        instanceof Picture.Permission.Granted ->
                        Optional.of("GRANTED");
                case Act.ReleaseRefused refusal
                        when isOurs(refusal.request())
                                && picture.permissions().get(refusal.request())
                                        instanceof Picture.Permission.Refused ->
                        Optional.of("REFUSED");
                case Act _ -> Optional.empty();
            };
        }

        private boolean isOurs(EntryId request) {
            return HeldEntry.in(picture, request)
                    .filter(held -> held.line().placed().author().equals(self))
                    .isPresent();
        }

        private void request(Request request) {
            Request.Asked asked = request.asked();
            boolean byUs = asked.askingNode().equals(self);
            if (!byUs && !asked.requestedNode().equals(self)) {
                return;
            }
            DeskId desk = byUs ? asked.askingDesk() : asked.message().to();
            keep(
                    new Item(
                            asked.id(),
                            desk,
                            picture.dossier(),
                            byUs ? ItemKind.REQUEST_BY_US : ItemKind.REQUEST_TO_US,
                            stateOf(request),
                            asked.askingNode(),
                            Optional.of(asked.message().to()),
                            dueAt(request),
                            asked.sentAt(),
                            isOpen(request),
                            byUs ? saidTo(asked, desk) : List.of()));
        }

        /// Answers and refusals, whatever became of the question since: none may go unread.
        private List<EntryId> saidTo(Request.Asked asked, DeskId desk) {
            return picture.lines().stream()
                    .filter(line -> line.placed().author().equals(asked.requestedNode()))
                    .filter(line -> line.standing() != Picture.Standing.RECALLED)
                    .filter(line -> replies(line, asked.id()))
                    .flatMap(line -> HeldEntry.in(picture, line.id()).stream())
                    .filter(held -> held.desksOf(self).contains(desk))
                    .map(HeldEntry::id)
                    .toList();
        }

        private static boolean replies(Picture.Line line, EntryId request) {
            return switch (Requests.messageOf(line).orElse(null)) {
                case Message.InformationAnswer answer -> answer.request().equals(request);
                case Message.RequestRefused refusal -> refusal.request().equals(request);
                case Message.InformationRequest _, Message.SpontaneousInformation _ -> false;
                case null -> false;
            };
        }

        private static boolean isOpen(Request request) {
            return switch (request) {
                case Request.Sent _, Request.Delivered _, Request.AnsweredInPart _ -> true;
                case Request.Answered _, Request.Refused _, Request.Withdrawn _ -> false;
            };
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

        /// Of what this node asks, the decision is an item of its own.
        private void permission(EntryId id, Picture.Permission permission) {
            boolean byUs = isOurs(id);
            switch (permission) {
                case Picture.Permission.Asked _ when byUs ->
                        HeldEntry.in(picture, id).ifPresent(this::permissionByUs);
                case Picture.Permission.Asked _ -> owed(id, ItemKind.PERMISSION_ASKED, "ASKED");
                case Picture.Permission.Granted _ when !byUs ->
                        settled(id, ItemKind.PERMISSION_ASKED, "GRANTED");
                case Picture.Permission.Refused _ when !byUs ->
                        settled(id, ItemKind.PERMISSION_ASKED, "REFUSED");
                case Picture.Permission.Granted _, Picture.Permission.Refused _ -> {}
            }
        }

        private void permissionByUs(HeldEntry request) {
            if (request.content().writer() instanceof Writer.Desk(var desk, _)) {
                keep(
                        new Item(
                                request.id(),
                                desk,
                                picture.dossier(),
                                ItemKind.PERMISSION_BY_US,
                                "ASKED",
                                self,
                                asked(request.content().audience()),
                                Optional.empty(),
                                request.content().claimedAt(),
                                true,
                                List.of()));
            }
        }

        private Optional<DeskId> asked(Audience audience) {
            return audience.desks().entrySet().stream()
                    .filter(node -> !node.getKey().equals(self))
                    .flatMap(node -> node.getValue().stream())
                    .findFirst();
        }

        private void recall(Picture.RecallState recall) {
            if (recall.unanswered().contains(self)) {
                owed(recall.recall(), ItemKind.RECALL_TO_ANSWER, "ASKED");
            } else {
                switch (recall.answers().get(self)) {
                    case Act.Holding.Erased() ->
                            settled(recall.recall(), ItemKind.RECALL_TO_ANSWER, "ERASED");
                    case Act.Holding.KeptUnderLaw _ ->
                            settled(recall.recall(), ItemKind.RECALL_TO_ANSWER, "KEPT_UNDER_LAW");
                    case null -> {}
                }
            }
        }

        private void owed(EntryId id, ItemKind kind, String state) {
            add(id, kind, state, true, List.of());
        }

        private void settled(EntryId id, ItemKind kind, String state) {
            add(id, kind, state, false, List.of());
        }

        private void toBeSeen(EntryId id, ItemKind kind, String state) {
            add(id, kind, state, false, List.of(id));
        }

        /// For every desk of ours that the entry concerns.
        private void add(
                EntryId id, ItemKind kind, String state, boolean open, List<EntryId> news) {
            HeldEntry.in(picture, id)
                    .ifPresent(
                            held -> {
                                for (DeskId desk : held.concerned(self)) {
                                    keep(
                                            new Item(
                                                    id,
                                                    desk,
                                                    picture.dossier(),
                                                    kind,
                                                    state,
                                                    held.line().placed().author(),
                                                    Optional.empty(),
                                                    Optional.empty(),
                                                    held.content().claimedAt(),
                                                    open,
                                                    news));
                                }
                            });
        }
    }
}
