package org.counterpart.app.exchange;

import org.counterpart.app.access.Access;
import org.counterpart.app.access.Action;
import org.counterpart.app.access.Acts;
import org.counterpart.app.access.Decision;
import org.counterpart.app.access.Officer;
import org.counterpart.app.access.Refusal;
import org.counterpart.app.directory.Desk;
import org.counterpart.app.directory.Desks;
import org.counterpart.app.dossiers.Draft;
import org.counterpart.app.dossiers.HeldEntry;
import org.counterpart.app.dossiers.Vault;
import org.counterpart.dossier.Act;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Grading;
import org.counterpart.dossier.HandlingGround;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.Member;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.OriginatorControl;
import org.counterpart.dossier.Picture;
import org.counterpart.dossier.Ruling;
import org.counterpart.dossier.Use;
import org.counterpart.dossier.Wish;
import org.counterpart.ledger.Code;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionInterceptor;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Brings a desk of a further node into a dossier, and puts a node out.
///
/// A newcomer is given what was said so far only as far as the codes allow; for the rest its desk asks the originators.
@Component
@Transactional
public class ChangingMembers {
    private static final Pattern WHOLE = Pattern.compile("[0-9a-f]{32}");

    /// Fewer digits of an id are met by chance too often.
    private static final int FEWEST = 8;

    private final Access access;
    private final Vault vault;
    private final SeeingMembers seeing;
    private final Desks desks;
    private final Pen pen;
    private final Acts acts;
    private final InstantSource clock;
    private final OriginatorControl control;

    ChangingMembers(
            Access access,
            Vault vault,
            SeeingMembers seeing,
            Desks desks,
            Pen pen,
            Acts acts,
            InstantSource clock) {
        this.access = access;
        this.vault = vault;
        this.control = new OriginatorControl(vault::writerOf);
        this.seeing = seeing;
        this.desks = desks;
        this.pen = pen;
        this.acts = acts;
        this.clock = clock;
    }

    /// What came of it.
    public sealed interface Changed {
        /// The newcomer is a member.
        ///
        /// @param given entries that the newcomer was given
        /// @param withheld entries whose codes forbid it, and which
        /// @param seenBy the desks that read of it and why; a node without desks reads that alone
        record Added(
                EntryId entry,
                List<EntryId> given,
                SortedMap<EntryId, List<HandlingGround>> withheld,
                Audience seenBy)
                implements Changed {}

        /// The node is out.
        ///
        /// @param seenBy the desks that read of it and why; a node without desks reads that alone
        record Removed(EntryId entry, Audience seenBy) implements Changed {}

        record Unchanged(Refusal refusal) implements Changed {}
    }

    /// Adds the node of a desk and gives the desk what may be given.
    public Changed add(Officer.OfDesk officer, DossierId dossier, DeskId newcomer, String reason) {
        Optional<Picture> found = vault.picture(dossier);
        Optional<Desk> desk = desks.find(newcomer);
        if (found.isEmpty() || desk.isEmpty()) {
            return new Changed.Unchanged(
                    found.isEmpty() ? SendingGround.DOSSIER_UNKNOWN : SendingGround.DESK_UNKNOWN);
        }
        Picture picture = found.get();
        Optional<Refusal> refusal = refusal(officer, picture);
        NodeId node = desk.get().node();
        if (refusal.isEmpty() && picture.members().containsKey(node)) {
            refusal = Optional.of(SendingGround.ALREADY_A_MEMBER);
        }
        refusal = refusal.or(() -> unsaid(reason));
        if (refusal.isPresent()) {
            return new Changed.Unchanged(refusal.get());
        }
        Draft draft =
                draft(
                        officer,
                        "member-added",
                        everybody(officer, picture, picture.members().keySet()),
                        reason);
        return switch (pen.sentIn(
                dossier, officer, vault.add(dossier, node, false, draft), draft.audience())) {
            case Sending.NotSent(var refusals) -> new Changed.Unchanged(refusals.getFirst());
            case Sending.Sent sent ->
                    give(officer, sent, picture, Audience.ofNodes(List.of()).with(node, newcomer));
        };
    }

    private static Optional<Refusal> unsaid(String reason) {
        return reason.isBlank() ? Optional.of(SendingGround.REASON_MISSING) : Optional.empty();
    }

    private Optional<Refusal> refusal(Officer.OfDesk officer, Picture picture) {
        var taking = HeldEntry.desksTakingPart(picture, vault.self());
        var action = new Action.ManageMembers(picture.dossier(), taking);
        return access.decide(officer, action) instanceof Decision.Denied(var ground)
                ? Optional.of(ground)
                : Optional.empty();
    }

    /// Only what the officer's own desk was given is looked at: of what lies with other desks of this node, not even the
    /// codes are told. The first thing given is why the newcomer is brought in: an audience names members alone, and it
    /// became one by that very entry. All entries are made or none.
    private Changed give(Officer.OfDesk officer, Sending.Sent added, Picture picture, Audience to) {
        var given = new TreeSet<EntryId>();
        var withheld = new TreeMap<EntryId, List<HandlingGround>>();
        var audience = new Audiences(to).with(vault.self(), officer.at());
        for (HeldEntry held : messagesFor(officer, picture)) {
            switch (control.rule(
                    held.line(), held.content(), wish(officer, held.content(), to), picture)) {
                case Ruling.Allowed _ -> {
                    given.add(held.id());
                    audience.withAuthorOf(held);
                }
                case Ruling.Blocked(var grounds) -> withheld.put(held.id(), grounds);
            }
        }
        var all = new TreeSet<>(given);
        all.add(added.entry());
        Optional<Refusal> refusal = forward(officer, picture, all, to, audience.together());
        if (refusal.isPresent()) {
            TransactionInterceptor.currentTransactionStatus().setRollbackOnly();
            return new Changed.Unchanged(refusal.get());
        }
        all.forEach(entry -> acts.leave(acts.of(officer, "given").about(new Code(entry.hex()))));
        return new Changed.Added(
                added.entry(),
                new ArrayList<>(given),
                withheld,
                new Audiences(added.audience()).with(to).together());
    }

    /// In as many entries as it takes.
    private Optional<Refusal> forward(
            Officer.OfDesk officer,
            Picture picture,
            Set<EntryId> given,
            Audience to,
            Audience audience) {
        List<EntryId> all = List.copyOf(given);
        for (int from = 0; from < all.size(); from += Act.MOST) {
            Set<EntryId> some =
                    Set.copyOf(all.subList(from, Math.min(from + Act.MOST, all.size())));
            if (pen.write(officer, picture.dossier(), new Act.Forward(some, to), audience)
                    instanceof Sending.NotSent(var refusals)) {
                return Optional.of(refusals.getFirst());
            }
        }
        return Optional.empty();
    }

    /// Without what nodes wrote that left: an originator that cannot be told cannot take back either.
    private List<HeldEntry> messagesFor(Officer.OfDesk officer, Picture picture) {
        return picture.lines().stream()
                .filter(line -> Requests.messageOf(line).isPresent())
                .flatMap(line -> HeldEntry.in(picture, line.id()).stream())
                .filter(held -> picture.members().containsKey(held.line().placed().author()))
                .filter(held -> mayForward(officer, held))
                .toList();
    }

    private boolean mayForward(Officer.OfDesk officer, HeldEntry held) {
        return access.foresee(officer, new Action.Forward(held.id(), held.parties(vault.self())))
                instanceof Decision.Allowed;
    }

    private Wish wish(Officer.OfDesk officer, Content content, Audience to) {
        return new Wish(
                Use.FORWARD,
                vault.self(),
                officer.at(),
                to,
                content.handling().use(),
                true,
                clock.instant());
    }

    /// Every desk that takes part, as far as the officer's desk knows of it. A node of which it knows none is named
    /// without: it learns that the members changed, and no desk there reads why.
    private Audience everybody(Officer.OfDesk officer, Picture picture, Set<NodeId> nodes) {
        var all = new Audiences(Audience.ofNodes(nodes));
        for (SeeingMembers.TakesPart member : seeing.taking(officer, picture)) {
            NodeId node = member.member().node();
            if (nodes.contains(node) && member.desks().size() < Audience.MAX_DESKS) {
                member.desks().forEach(desk -> all.with(node, desk));
            }
        }
        return all.with(vault.self(), officer.at()).together();
    }

    private static Draft draft(
            Officer.OfDesk officer, String type, Audience audience, String reason) {
        return new Draft(
                type,
                Pen.writer(officer),
                audience,
                Pen.PLAIN,
                new Grading.NothingAsserted(),
                Json.object().with("reason", reason),
                List.of());
    }

    /// Puts a node out; its envelope tells it so. Nothing is handed to it any more, so those who stay read why.
    ///
    /// The opener's node also puts out whom no list of members shows, see [Outsiders].
    ///
    /// @param name its id, the first digits of it, or its state
    public Changed remove(Officer.OfDesk officer, DossierId dossier, String name, String reason) {
        Optional<Picture> found = vault.picture(dossier);
        if (found.isEmpty()) {
            return new Changed.Unchanged(SendingGround.DOSSIER_UNKNOWN);
        }
        Picture picture = found.get();
        SortedMap<NodeId, Member> outside = Outsiders.stillToPutOut(picture, vault.self());
        Optional<NodeId> node = named(picture, outside, name);
        Optional<Refusal> refusal =
                refusal(officer, picture)
                        .or(() -> unremovable(picture, outside, node))
                        .or(() -> unsaid(reason));
        if (refusal.isPresent()) {
            return new Changed.Unchanged(refusal.get());
        }
        var staying = new TreeSet<>(picture.members().keySet());
        staying.remove(node.orElseThrow());
        Draft draft =
                draft(officer, "member-removed", everybody(officer, picture, staying), reason);
        return switch (pen.sentIn(
                dossier,
                officer,
                vault.remove(dossier, node.orElseThrow(), draft),
                draft.audience())) {
            case Sending.NotSent(var refusals) -> new Changed.Unchanged(refusals.getFirst());
            case Sending.Sent sent -> new Changed.Removed(sent.entry(), sent.audience());
        };
    }

    private Optional<Refusal> unremovable(
            Picture picture, SortedMap<NodeId, Member> outside, Optional<NodeId> node) {
        if (node.isEmpty()) {
            return Optional.of(SendingGround.NODE_UNKNOWN);
        }
        if (outside.containsKey(node.get())) {
            return Optional.empty();
        }
        if (!picture.members().containsKey(node.get())) {
            return Optional.of(
                    Outsiders.everNamed(picture).containsKey(node.get())
                            ? SendingGround.ALREADY_OUT
                            : SendingGround.NOT_A_MEMBER);
        }
        return node.get().equals(vault.self()) && isOnlySteward(picture)
                ? Optional.of(SendingGround.ONLY_STEWARD)
                : Optional.empty();
    }

    /// Without one nobody could bring anybody in any more, not even this node again.
    private boolean isOnlySteward(Picture picture) {
        return picture.members().values().stream()
                .filter(Member::steward)
                .map(Member::node)
                .toList()
                .equals(List.of(vault.self()));
    }

    /// A node by its whole id, whether it takes part or not; the one that is meant by the start of its id; or the one
    /// member of its state, and only where there is none, the one of that state that was merely named, or that is out.
    private static Optional<NodeId> named(
            Picture picture, SortedMap<NodeId, Member> outside, String text) {
        String typed = text.strip().toLowerCase(Locale.ROOT);
        if (WHOLE.matcher(typed).matches()) {
            return Optional.of(new NodeId(typed));
        }
        Collection<Member> members = picture.members().values();
        var all = new ArrayList<>(members);
        all.addAll(outside.values());
        List<NodeId> found = meant(all, member -> startsSo(member, typed));
        if (found.isEmpty()) {
            found = meant(members, member -> isOf(member, typed));
        }
        if (found.isEmpty()) {
            found = meant(outside.values(), member -> isOf(member, typed));
        }
        return found.isEmpty() ? out(picture, typed) : onlyOne(found);
    }

    /// Of the nodes that are out, any of a state stands for what is true of all.
    private static Optional<NodeId> out(Picture picture, String typed) {
        Collection<Member> ever = Outsiders.everNamed(picture).values();
        return onlyOne(meant(ever, member -> startsSo(member, typed)))
                .or(() -> meant(ever, member -> isOf(member, typed)).stream().findFirst());
    }

    private static Optional<NodeId> onlyOne(List<NodeId> found) {
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static List<NodeId> meant(Collection<Member> members, Predicate<Member> which) {
        return members.stream().filter(which).map(Member::node).toList();
    }

    private static boolean startsSo(Member member, String typed) {
        return typed.length() >= FEWEST && member.node().hex().startsWith(typed);
    }

    private static boolean isOf(Member member, String typed) {
        return member.card().card().state().letters().equalsIgnoreCase(typed);
    }
}
