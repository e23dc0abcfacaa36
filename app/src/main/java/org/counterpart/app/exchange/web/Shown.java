package org.counterpart.app.exchange.web;

import org.counterpart.app.access.NotDone;
import org.counterpart.app.dossiers.ShowingDossier;
import org.counterpart.app.dossiers.ShownLine;
import org.counterpart.app.exchange.ChangingMembers;
import org.counterpart.app.exchange.Message;
import org.counterpart.app.exchange.SeeingNext;
import org.counterpart.app.exchange.Sending;
import org.counterpart.dossier.Act;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.Citation;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Grading;
import org.counterpart.dossier.Handling;
import org.counterpart.dossier.HandlingGround;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.Malformed;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Picture;
import org.counterpart.dossier.Recipients;
import org.counterpart.dossier.Sight;
import org.counterpart.dossier.Writer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the doors of the exchange answer, in JSON.
final class Shown {
    private final Names names;
    private final ShowingDossier.Shown shown;
    private final SeeingNext.Next next;

    private Shown(Names names, ShowingDossier.Shown shown, SeeingNext.Next next) {
        this.names = names;
        this.shown = shown;
        this.next = next;
    }

    static byte[] sending(Sending sending, Names names) {
        return switch (sending) {
            case Sending.NotSent(var refusals) -> throw Form.refused(refusals);
            case Sending.Sent(var dossier, var entry, var audience) ->
                    Json.object()
                            .with("dossier", dossier.text())
                            .with("entry", entry.hex())
                            .with("seenBy", audience(audience, names))
                            .bytes();
        };
    }

    static byte[] changed(ChangingMembers.Changed changed, Names names) {
        return switch (changed) {
            case ChangingMembers.Changed.Unchanged(var refusal) -> throw new NotDone(refusal);
            case ChangingMembers.Changed.Removed(var entry, var seenBy) ->
                    Json.object()
                            .with("entry", entry.hex())
                            .with("seenBy", audience(seenBy, names))
                            .bytes();
            case ChangingMembers.Changed.Added(var entry, var given, var withheld, var seenBy) -> {
                Json.Members grounds = Json.object();
                for (var one : withheld.entrySet()) {
                    grounds = grounds.with(one.getKey().hex(), grounds(one.getValue()));
                }
                yield Json.object()
                        .with("entry", entry.hex())
                        .with("given", Json.texts(given.stream().map(EntryId::hex).toList()))
                        .with("withheld", grounds)
                        .with("seenBy", audience(seenBy, names))
                        .bytes();
            }
        };
    }

    static byte[] dossier(
            ShowingDossier.Shown shown, SeeingNext.Next next, Names names, Instant now) {
        Picture picture = shown.picture();
        var writer = new Shown(names, shown, next);
        return Json.object()
                .with("dossier", picture.dossier().text())
                .with(
                        "members",
                        Json.items(picture.members().values().stream().map(Shown::member).toList()))
                .with("entries", Json.items(shown.lines().stream().map(writer::line).toList()))
                .with(
                        "recalls",
                        Json.items(
                                picture.recalls().values().stream()
                                        .filter(recall -> writer.isForThisDesk(recall.entry()))
                                        .map(recall -> recall(picture, recall))
                                        .toList()))
                .with(
                        "twoHistories",
                        Json.texts(
                                picture.twoHistories().stream().map(node -> node.hex()).toList()))
                .with("may", Json.texts(next.moves().stream().map(Enum::name).toList()))
                .with("now", now.toEpochMilli())
                .bytes();
    }

    static Json.Members member(org.counterpart.dossier.Member member) {
        return Json.object()
                .with("node", member.node().hex())
                .with("state", member.card().card().state().letters())
                .with("steward", member.steward());
    }

    private Json line(ShownLine shown) {
        Picture.Line line = shown.line();
        Json.Members json =
                Json.object()
                        .with("entry", line.id().hex())
                        .with("author", line.placed().author().hex())
                        .with("sequence", line.placed().sequence())
                        .with("standing", line.standing().name())
                        .with(
                                "deliveries",
                                shown instanceof ShownLine.NotForThisDesk
                                        ? Json.object()
                                        : deliveries(line))
                        .with("may", may(line.id()));
        return switch (shown) {
            case ShownLine.Open(_, var content) -> json.with("content", content(content));
            case ShownLine.Withheld(_, var grounds, var handling) -> {
                Json.Members withheld = json.with("withheld", grounds(grounds));
                yield grounds.equals(List.of(HandlingGround.CONDITION_NOT_UNDERSTOOD))
                        ? withheld.with("handling", handling(handling))
                        : withheld;
            }
            case ShownLine.NotForThisDesk(_, var ground) ->
                    json.with("notForThisDesk", ground.code());
            case ShownLine.Bare _ -> json.with("bare", bare(line.sight()));
        };
    }

    /// Who holds what was said between other desks is theirs to know.
    private boolean isForThisDesk(EntryId entry) {
        return shown.lines().stream()
                .filter(one -> one.line().id().equals(entry))
                .noneMatch(ShownLine.NotForThisDesk.class::isInstance);
    }

    private Json may(EntryId entry) {
        return Json.texts(
                next.steps().getOrDefault(entry, List.of()).stream().map(Enum::name).toList());
    }

    private static String bare(Sight sight) {
        return switch (sight) {
            case Sight.Voided(var reason) -> reason.code();
            case Sight.Erased() -> "ERASED";
            case Sight.Closed() -> "CLOSED";
            case Sight.Read _ -> "CLOSED";
        };
    }

    private static Json deliveries(Picture.Line line) {
        Json.Members json = Json.object();
        for (var one : line.deliveries().entrySet()) {
            json =
                    json.with(
                            one.getKey().hex(),
                            Json.object()
                                    .with("stated", one.getValue().stated().toEpochMilli())
                                    .with("counted", one.getValue().counted().toEpochMilli())
                                    .with("disputed", one.getValue().isDisputed()));
        }
        return json;
    }

    private Json content(Content content) {
        Json.Members json =
                Json.object()
                        .with("type", content.type())
                        .with("claimedAt", content.claimedAt().toEpochMilli())
                        .with("audience", audience(content.audience(), names))
                        .with("handling", handling(content.handling()))
                        .with("payload", content.payload());
        Optional<Audience> recipients = recipients(content);
        if (recipients.isPresent()) {
            json = json.with("recipients", audience(recipients.get(), names));
        }
        List<DeskId> to = Message.addressees(content);
        if (!to.isEmpty()) {
            json = json.with("to", Json.items(to.stream().map(names::described).toList()));
        }
        if (content.writer() instanceof Writer.Desk(var desk, var role)) {
            json = json.with("desk", names.handle(desk)).with("role", role);
        }
        if (content.grading() instanceof Grading.Graded(var source, var information)) {
            json = json.with("source", source.name()).with("information", information.code());
        }
        if (!content.sources().isEmpty()) {
            json =
                    json.with(
                                    "sources",
                                    Json.texts(
                                            content.sources().stream()
                                                    .map(source -> source.entry().hex())
                                                    .toList()))
                            .with(
                                    "restsOn",
                                    Json.items(
                                            content.sources().stream().map(this::source).toList()));
        }
        return json;
    }

    /// Whose a source is and where it stands; of what it is, only where it is open to this officer here.
    private Json source(Citation source) {
        Picture picture = shown.picture();
        Json.Members json =
                Json.object()
                        .with("entry", source.entry().hex())
                        .with("dossier", source.dossier().text())
                        .with("originator", source.originator().hex())
                        .with("state", state(source.originator()))
                        .with("here", source.dossier().equals(picture.dossier()));
        for (ShownLine line : shown.lines()) {
            if (line instanceof ShownLine.Open(var open, var content)
                    && open.id().equals(source.entry())
                    && content.writer() instanceof Writer.Desk(var desk, _)) {
                json = json.with("type", content.type()).with("desk", names.handle(desk));
            }
        }
        return json;
    }

    private String state(NodeId node) {
        return Optional.ofNullable(shown.picture().members().get(node))
                .map(member -> member.card().card().state().letters())
                .orElseGet(() -> names.state(node));
    }

    private Json handling(Handling handling) {
        return handling.recipients() instanceof Recipients.Only(var desks)
                ? handling.json()
                        .with("recipients", Json.texts(desks.stream().map(names::handle).toList()))
                : handling.json();
    }

    private static Json audience(Audience audience, Names names) {
        Json.Members json = Json.object();
        for (var node : audience.desks().entrySet()) {
            json =
                    json.with(
                            node.getKey().hex(),
                            Json.texts(
                                    node.getValue().stream()
                                            .map(desk -> names.handle(node.getKey(), desk))
                                            .toList()));
        }
        return json;
    }

    /// To whom an entry gives others, or asks that they be given.
    private static Optional<Audience> recipients(Content content) {
        try {
            return switch (Act.of(content)) {
                case Act.PermissionRequest(_, var recipients, _, _) -> Optional.of(recipients);
                case Act.Release(_, _, var recipients, _, _) -> Optional.of(recipients);
                case Act.Forward(_, var recipients) -> Optional.of(recipients);
                default -> Optional.empty();
            };
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    private static Json grounds(List<HandlingGround> grounds) {
        return Json.texts(grounds.stream().map(HandlingGround::code).toList());
    }

    private static Json recall(Picture picture, Picture.RecallState recall) {
        Set<NodeId> reached = signedFor(picture, recall.recall());
        Json.Members holders = Json.object();
        for (var holder : recall.holders()) {
            holders = holders.with(holder.hex(), holding(recall, holder, reached));
        }
        return Json.object()
                .with("recall", recall.recall().hex())
                .with("entry", recall.entry().hex())
                .with("holders", holders);
    }

    private static Set<NodeId> signedFor(Picture picture, EntryId entry) {
        return picture.lines().stream()
                .filter(line -> line.id().equals(entry))
                .flatMap(line -> line.deliveries().keySet().stream())
                .collect(Collectors.toSet());
    }

    /// Whoever signed for the recall knows of it and still has the entry; only the others were not reached.
    private static String holding(
            Picture.RecallState recall, NodeId node, Set<NodeId> signedForRecall) {
        return switch (recall.answers().get(node)) {
            case Act.Holding.Erased() -> "ERASED";
            case Act.Holding.KeptUnderLaw _ -> "KEPT_UNDER_LAW";
            case null -> signedForRecall.contains(node) ? "NOT_ANSWERED" : "NOT_REACHED";
        };
    }
}
