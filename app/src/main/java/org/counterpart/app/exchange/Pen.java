package org.counterpart.app.exchange;

import org.counterpart.app.access.Access;
import org.counterpart.app.access.AccessGround;
import org.counterpart.app.access.Action;
import org.counterpart.app.access.Acts;
import org.counterpart.app.access.Decision;
import org.counterpart.app.access.Officer;
import org.counterpart.app.access.Part;
import org.counterpart.app.access.Refusal;
import org.counterpart.app.directory.Desk;
import org.counterpart.app.directory.Desks;
import org.counterpart.app.dossiers.Draft;
import org.counterpart.app.dossiers.HeldEntry;
import org.counterpart.app.dossiers.Vault;
import org.counterpart.dossier.Act;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.Citation;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Grading;
import org.counterpart.dossier.Handling;
import org.counterpart.dossier.HandlingCode;
import org.counterpart.dossier.HandlingGround;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.OriginatorControl;
import org.counterpart.dossier.Purpose;
import org.counterpart.dossier.Ruling;
import org.counterpart.dossier.Use;
import org.counterpart.dossier.Wish;
import org.counterpart.dossier.Writer;
import org.counterpart.ledger.Code;
import org.counterpart.replication.Appended;
import org.springframework.stereotype.Component;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Writes for a desk: looks at the rules of sending, then appends.
@Component
final class Pen {
    /// As many digits of an id as people are shown everywhere.
    private static final int AS_SHOWN = 12;

    private final Vault vault;
    private final Access access;
    private final Acts acts;
    private final Desks desks;
    private final InstantSource clock;
    private final OriginatorControl control;

    Pen(Vault vault, Access access, Acts acts, Desks desks, InstantSource clock) {
        this.vault = vault;
        this.control = new OriginatorControl(vault::writerOf);
        this.access = access;
        this.acts = acts;
        this.desks = desks;
        this.clock = clock;
    }

    /// Writes a message into a dossier that exists.
    Sending write(
            Officer.OfDesk officer,
            DossierId dossier,
            Message message,
            Audience to,
            Manner manner) {
        List<Refusal> refusals = refusals(officer, message, to, manner);
        return refusals.isEmpty()
                ? sentIn(
                        dossier,
                        officer,
                        vault.append(dossier, draft(officer, message, to, manner)),
                        to)
                : new Sending.NotSent(refusals);
    }

    /// Writes a message as the first of a new dossier among the nodes of its audience.
    Sending open(Officer.OfDesk officer, Message message, Audience to, Manner manner) {
        List<Refusal> refusals = refusals(officer, message, to, manner);
        if (!refusals.isEmpty()) {
            return new Sending.NotSent(refusals);
        }
        Set<NodeId> others = new TreeSet<>(to.nodes());
        others.remove(vault.self());
        return sent(officer, vault.open(others, draft(officer, message, to, manner)), to);
    }

    /// Writes an act that every dossier knows. Ids and codes only, so it is for the officers' eyes without more.
    Sending write(Officer.OfDesk officer, DossierId dossier, Act act, Audience to) {
        return sentIn(
                dossier,
                officer,
                vault.append(dossier, Draft.of(act, writer(officer), to, PLAIN)),
                to);
    }

    static final Handling PLAIN = Handling.of(Set.of(HandlingCode.H0), Set.of(Purpose.values()));

    static Writer writer(Officer.OfDesk officer) {
        return new Writer.Desk(officer.at(), officer.role().code());
    }

    /// What came of it in a dossier that exists. Whose node was put out is told that, and not what the entry lacked for it.
    Sending sentIn(DossierId dossier, Officer.OfDesk officer, Appended appended, Audience to) {
        return appended instanceof Appended.Refused && isOutOf(dossier)
                ? Sending.not(SendingGround.NO_LONGER_A_MEMBER)
                : sent(officer, appended, to);
    }

    private boolean isOutOf(DossierId dossier) {
        return vault.picture(dossier)
                .filter(picture -> !picture.members().containsKey(vault.self()))
                .isPresent();
    }

    /// What came of it; whose hand it was stands in our ledger alone, other states see the desk.
    private Sending sent(Officer.OfDesk officer, Appended appended, Audience to) {
        return switch (appended) {
            case Appended.Done(var placed, _) -> {
                acts.leave(acts.of(officer, "wrote").about(new Code(placed.id().hex())));
                yield new Sending.Sent(placed.dossier(), placed.id(), to);
            }
            case Appended.Refused(var code) -> Sending.not(Refusal.of(Refusal.Kind.CONFLICT, code));
        };
    }

    private Draft draft(Officer.OfDesk officer, Message message, Audience to, Manner manner) {
        return new Draft(
                message.type(),
                writer(officer),
                to,
                manner.handling(),
                manner.grading(),
                message.payload(),
                citations(manner.sources()));
    }

    /// The sources, and what they rest on themselves: what is derived again stays bound to what it was first derived from,
    /// in whatever dossier that stands.
    private List<Citation> citations(List<EntryId> sources) {
        var citations = new LinkedHashSet<Citation>();
        for (EntryId source : sources) {
            vault.held(source)
                    .ifPresent(
                            held -> {
                                citations.add(
                                        new Citation(
                                                held.dossier(),
                                                held.id(),
                                                held.line().placed().author()));
                                citations.addAll(held.content().sources());
                            });
        }
        return List.copyOf(citations);
    }

    private List<Refusal> refusals(
            Officer.OfDesk officer, Message message, Audience to, Manner manner) {
        Grading grading = manner.grading();
        var refusals =
                new ArrayList<Refusal>(
                        SendRule.broken(message, manner.handling(), grading, clock.instant()));
        if (namesADeskElsewhere(to)) {
            refusals.add(SendingGround.DESK_NOT_OF_NODE);
        }
        var sources = new ArrayList<Handling>();
        for (EntryId source : manner.sources()) {
            Optional<HeldEntry> held = vault.held(source);
            Optional<? extends Refusal> refusal = unusable(officer, held);
            refusal.ifPresent(refusals::add);
            held.filter(_ -> refusal.isEmpty())
                    .ifPresent(
                            entry -> {
                                sources.add(entry.content().handling());
                                unreleased(officer, entry, to).ifPresent(refusals::add);
                            });
        }
        if (refusals.isEmpty() && citations(manner.sources()).size() > Content.MAX_SOURCES) {
            refusals.add(SendingGround.TOO_MANY_SOURCES);
        }
        if (!sources.isEmpty() && !manner.handling().isAtLeastAsStrictAs(Handling.union(sources))) {
            refusals.add(SendingGround.WEAKER_THAN_ITS_SOURCES);
        }
        return refusals;
    }

    /// Whether a node stands there under the name of a desk that, as far as is known here, another node serves: an asker chooses
    /// whom its question, and so the answer, is for.
    boolean namesADeskElsewhere(Audience audience) {
        return audience.desks().entrySet().stream()
                .anyMatch(
                        node ->
                                node.getValue().stream()
                                        .flatMap(desk -> desks.known(desk).stream())
                                        .anyMatch(desk -> !desk.node().equals(node.getKey())));
    }

    /// To rest on an entry is to pass it on to whoever was not given it: as with a forward, its codes must allow that or
    /// each originator have released it.
    private Optional<Refusal> unreleased(Officer.OfDesk officer, HeldEntry source, Audience to) {
        Audience own = Audience.ofNodes(List.of()).with(vault.self(), officer.at());
        Audience further = source.newTo(to).without(own);
        if (further.nodes().isEmpty()) {
            return Optional.empty();
        }
        var wish =
                new Wish(
                        Use.FORWARD,
                        vault.self(),
                        officer.at(),
                        further,
                        source.content().handling().use(),
                        true,
                        clock.instant());
        return control.rule(source.line(), source.content(), wish, source.picture())
                        instanceof Ruling.Blocked(var grounds)
                ? Optional.of(forbidden(officer, source, grounds, further))
                : Optional.empty();
    }

    /// With what may be asked, and of whom, where asking helps: each entry with the desk that wrote it, as far as other
    /// nodes did. A release reaches members alone; where one of those who are to be told is none, it is told that instead.
    private Refusal forbidden(
            Officer.OfDesk officer,
            HeldEntry source,
            List<HandlingGround> grounds,
            Audience further) {
        Refusal refusal = Refusal.of(Refusal.Kind.NOT_ALLOWED, grounds.getFirst().code());
        if (!grounds.stream().allMatch(HandlingGround::originatorMayRelease)) {
            return refusal;
        }
        if (!source.picture().members().keySet().containsAll(further.nodes())) {
            return Refusal.pointing(
                    refusal,
                    new Part(
                            "not-in-dossier",
                            List.of(start(source.id()) + " for " + handles(further))));
        }
        List<String> authors = authorsOf(officer, source, " for " + handles(further));
        return authors.isEmpty() ? refusal : Refusal.pointing(refusal, new Part("source", authors));
    }

    /// Nothing where one of them is not open to this officer in that dossier: a release there would not be enough, and whose it is
    /// may not be told.
    private List<String> authorsOf(Officer.OfDesk officer, HeldEntry source, String whom) {
        var entries = new LinkedHashSet<EntryId>(List.of(source.id()));
        source.content().sources().forEach(citation -> entries.add(citation.entry()));
        var authors = new ArrayList<String>();
        for (EntryId id : entries) {
            Optional<HeldEntry> held = HeldEntry.in(source.picture(), id);
            if (held.isEmpty()
                    || !(access.foresee(officer, readOf(held.get())) instanceof Decision.Allowed)
                    || !(held.get().content().writer() instanceof Writer.Desk(var desk, _))) {
                return List.of();
            }
            if (!held.get().line().placed().author().equals(vault.self())) {
                authors.add(start(id) + " of " + handle(desk) + whom);
            }
        }
        return authors;
    }

    private String handles(Audience audience) {
        return audience.desks().values().stream()
                .flatMap(Set::stream)
                .map(this::handle)
                .collect(Collectors.joining(", "));
    }

    private String handle(DeskId desk) {
        return desks.known(desk).map(Desk::handle).orElse(desk.text());
    }

    private static String start(EntryId id) {
        return id.hex().substring(0, AS_SHOWN);
    }

    private Optional<? extends Refusal> unusable(
            Officer.OfDesk officer, Optional<HeldEntry> source) {
        if (source.isEmpty()) {
            return Optional.of(SendingGround.ENTRY_UNKNOWN);
        }
        Optional<AccessGround> ground = unreadable(officer, source.get());
        return ground.isEmpty() && CarryingRecalls.isTainted(source.get().line())
                ? Optional.of(SendingGround.SOURCE_RECALLED)
                : ground;
    }

    /// Who may not read an entry may not rest on it: how strictly it is handled would show, and its id would go out.
    private Optional<AccessGround> unreadable(Officer.OfDesk officer, HeldEntry source) {
        return access.decide(officer, readOf(source)) instanceof Decision.Denied(var ground)
                ? Optional.of(ground)
                : Optional.empty();
    }

    private Action readOf(HeldEntry source) {
        return new Action.Read(source.id(), source.parties(vault.self()));
    }
}
