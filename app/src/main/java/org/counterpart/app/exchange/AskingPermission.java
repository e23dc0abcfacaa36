package org.counterpart.app.exchange;

import org.counterpart.app.access.Access;
import org.counterpart.app.access.Action;
import org.counterpart.app.access.Decision;
import org.counterpart.app.access.Officer;
import org.counterpart.app.access.Part;
import org.counterpart.app.access.Parties;
import org.counterpart.app.access.Refusal;
import org.counterpart.app.dossiers.HeldEntry;
import org.counterpart.app.dossiers.Vault;
import org.counterpart.dossier.Act;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Malformed;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.OriginatorControl;
import org.counterpart.dossier.Picture;
import org.counterpart.dossier.Ruling;
import org.counterpart.dossier.Use;
import org.counterpart.dossier.Wish;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Asks an originator for what the codes forbid, and on the other side grants or refuses it.
///
/// A grant names entries, recipients, one use and an end; it lifts nothing in general.
@Component
@Transactional
public class AskingPermission {
    private final Access access;
    private final Vault vault;
    private final Addressing addressing;
    private final Pen pen;
    private final InstantSource clock;
    private final OriginatorControl control;

    AskingPermission(
            Access access, Vault vault, Addressing addressing, Pen pen, InstantSource clock) {
        this.access = access;
        this.vault = vault;
        this.control = new OriginatorControl(vault::writerOf);
        this.addressing = addressing;
        this.pen = pen;
        this.clock = clock;
    }

    /// What is asked for.
    ///
    /// @param of the originator's desk
    /// @param to further desks that are to be given the entries, where the use is to forward them
    /// @param entries may be closed here: that they exist is known from their envelopes
    public record Wanted(
            DossierId dossier,
            Set<EntryId> entries,
            DeskId of,
            Use use,
            List<DeskId> to,
            String reason) {
        public Wanted {
            to = List.copyOf(to);
            entries = Collections.unmodifiableSortedSet(new TreeSet<>(entries));
            if (entries.isEmpty()) {
                throw new Malformed("a permission is asked for one entry or more");
            }
        }
    }

    /// Asks for the officer's own desk.
    public Sending ask(Officer.OfDesk officer, Wanted wanted) {
        Optional<Picture> picture = vault.picture(wanted.dossier());
        if (picture.isEmpty()) {
            return Sending.not(SendingGround.DOSSIER_UNKNOWN);
        }
        Set<DeskId> desks = HeldEntry.desksTakingPart(picture.get(), vault.self());
        for (EntryId entry : wanted.entries()) {
            var action = new Action.AskRelease(entry, new Parties(Set.of(), desks));
            if (access.decide(officer, action) instanceof Decision.Denied(var ground)) {
                return Sending.not(ground);
            }
        }
        if (wanted.reason().isBlank()) {
            return Sending.not(SendingGround.REASON_MISSING);
        }
        if (!ids(picture.get()).containsAll(wanted.entries())) {
            return Sending.not(SendingGround.ENTRY_UNKNOWN);
        }
        return switch (addressing.to(officer, List.of(wanted.of()))) {
            case Addressing.Known(Audience audience) ->
                    anotherAuthor(picture.get(), wanted, audience)
                            .map(Sending::not)
                            .orElseGet(() -> ask(officer, picture.get(), wanted, audience));
            case Addressing.Unknown(var ground) -> Sending.not(ground);
        };
    }

    /// What is released reaches members alone, so for others nothing is asked.
    private Sending ask(Officer.OfDesk officer, Picture picture, Wanted wanted, Audience asked) {
        Addressing.Addressed recipients =
                wanted.to().isEmpty()
                        ? new Addressing.Known(addressing.ofOwn(officer))
                        : addressing.to(officer, wanted.to());
        if (!wanted.to().isEmpty() && wanted.use() != Use.FORWARD) {
            return Sending.not(SendingGround.RECIPIENTS_NOT_ALLOWED);
        }
        return switch (recipients) {
            case Addressing.Known(Audience all)
                    when !Outsiders.everNamed(picture).keySet().containsAll(all.nodes()) ->
                    Sending.not(SendingGround.NOT_A_MEMBER);
            case Addressing.Known(Audience all)
                    when !picture.members().keySet().containsAll(all.nodes()) ->
                    Sending.not(SendingGround.ALREADY_OUT);
            case Addressing.Known(Audience all) -> {
                var request =
                        new Act.PermissionRequest(
                                wanted.entries(), all, wanted.use(), wanted.reason());
                yield pen.write(officer, wanted.dossier(), request, asked);
            }
            case Addressing.Unknown(var ground) -> Sending.not(ground);
        };
    }

    /// What spoke of other entries would be void for all who read it.
    private static Set<EntryId> ids(Picture picture) {
        return picture.lines().stream().map(Picture.Line::id).collect(Collectors.toSet());
    }

    /// Only who wrote an entry releases it; the envelope says which node that is, also of an entry that is closed here.
    private Optional<Refusal> anotherAuthor(Picture picture, Wanted wanted, Audience asked) {
        return picture.lines().stream()
                .filter(line -> wanted.entries().contains(line.id()))
                .map(line -> line.placed().author())
                .filter(author -> author.equals(vault.self()) || !asked.includes(author))
                .findFirst()
                .map(author -> new Part("author", List.of(nameOf(picture, author))))
                .map(part -> Refusal.pointing(SendingGround.NOT_ITS_AUTHOR, part));
    }

    /// Its state, where it is a member, and its id.
    private static String nameOf(Picture picture, NodeId node) {
        return Optional.ofNullable(picture.members().get(node))
                .map(member -> member.card().card().state().letters() + " " + node.hex())
                .orElseGet(node::hex);
    }

    /// Grants a request in full, until then.
    public Sending grant(Officer.OfDesk officer, EntryId request, Instant expires) {
        Optional<SendingGround> over =
                expires.isAfter(clock.instant())
                        ? Optional.empty()
                        : Optional.of(SendingGround.DAY_IS_PAST);
        return decide(
                officer,
                request,
                over,
                asked ->
                        new Act.Release(
                                request,
                                asked.entries(),
                                asked.recipients(),
                                asked.use(),
                                expires));
    }

    /// Refuses a request, on a ground of the closed list.
    public Sending refuse(Officer.OfDesk officer, EntryId request, PermissionGround ground) {
        return decide(
                officer,
                request,
                Optional.empty(),
                _ -> new Act.ReleaseRefused(request, ground.code()));
    }

    private interface Reply {
        Act to(Act.PermissionRequest request);
    }

    /// @param otherwise what stands against the decision itself, told to whoever may decide
    private Sending decide(
            Officer.OfDesk officer, EntryId id, Optional<SendingGround> otherwise, Reply reply) {
        Optional<HeldEntry> held = vault.held(id);
        if (held.isEmpty()) {
            return Sending.not(SendingGround.ENTRY_UNKNOWN);
        }
        HeldEntry request = held.get();
        Picture.Permission permission = request.picture().permissions().get(id);
        if (access.decide(officer, new Action.Read(id, request.parties(vault.self())))
                instanceof Decision.Denied(var ground)) {
            return Sending.not(ground);
        }
        if (permission == null) {
            return Sending.not(SendingGround.NOT_SUCH_AN_ENTRY);
        }
        Optional<Refusal> notTheirs =
                notTheirs(officer, request.picture(), permission.request().entries());
        if (notTheirs.isPresent()) {
            return Sending.not(notTheirs.get());
        }
        if (!(permission instanceof Picture.Permission.Asked)) {
            return Sending.not(SendingGround.PERMISSION_DECIDED);
        }
        if (otherwise.isPresent()) {
            return Sending.not(otherwise.get());
        }
        Act act = reply.to(permission.request());
        Optional<SendingGround> forbidden =
                act instanceof Act.Release release
                        ? forbidden(officer, request.picture(), release)
                        : Optional.empty();
        if (forbidden.isPresent()) {
            return Sending.not(forbidden.get());
        }
        Audience audience =
                new Audiences(request.audienceNow())
                        .with(staying(permission.request().recipients(), request.picture()))
                        .with(vault.self(), officer.at())
                        .together();
        return pen.write(officer, request.dossier(), act, audience);
    }

    /// Why this officer may not decide about all of these entries.
    private Optional<Refusal> notTheirs(
            Officer.OfDesk officer, Picture picture, Set<EntryId> entries) {
        for (EntryId entry : entries) {
            Optional<HeldEntry> own = HeldEntry.in(picture, entry);
            if (own.isEmpty()) {
                return Optional.of(SendingGround.ENTRY_UNKNOWN);
            }
            if (access.decide(officer, new Action.Release(entry, own.get().parties(vault.self())))
                    instanceof Decision.Denied(var ground)) {
                return Optional.of(ground);
            }
        }
        return Optional.empty();
    }

    /// Whether nothing stands against a grant but its end, which is not chosen yet.
    boolean mayBeGranted(
            Officer.OfDesk officer, Picture picture, EntryId id, Act.PermissionRequest asked) {
        var release =
                new Act.Release(
                        id, asked.entries(), asked.recipients(), asked.use(), clock.instant());
        return forbidden(officer, picture, release).isEmpty();
    }

    /// Each node with its desks, for one without stands for all of its; and where it is not to be forwarded, the asking desk alone:
    /// who asks chooses the words that are granted.
    private static boolean mayBeNamed(Picture picture, Act.Release release) {
        Audience to = release.recipients();
        if (to.desks().values().stream().anyMatch(Set::isEmpty)) {
            return false;
        }
        return release.use() == Use.FORWARD
                || HeldEntry.in(picture, release.request())
                        .filter(asked -> asked.isBy(to))
                        .isPresent();
    }

    /// Nothing is said any more to a node that was put out since it asked.
    private static Audience staying(Audience recipients, Picture picture) {
        var staying = new TreeMap<>(recipients.desks());
        staying.keySet().retainAll(picture.members().keySet());
        return new Audience(staying);
    }

    /// What was taken back is given to nobody any more, and what rests on others' entries to nobody new without them:
    /// of an entry that is derived every originator must release.
    private Optional<SendingGround> forbidden(
            Officer.OfDesk officer, Picture picture, Act.Release release) {
        if (!picture.members().keySet().containsAll(release.recipients().nodes())) {
            return Optional.of(SendingGround.ASKER_IS_OUT);
        }
        if (!mayBeNamed(picture, release) || pen.namesADeskElsewhere(release.recipients())) {
            return Optional.of(SendingGround.RECIPIENTS_NOT_ALLOWED);
        }
        for (EntryId entry : release.entries()) {
            HeldEntry own = HeldEntry.in(picture, entry).orElseThrow();
            if (CarryingRecalls.isTainted(own.line())) {
                return Optional.of(SendingGround.ALREADY_RECALLED);
            }
            Audience further = own.newTo(release.recipients());
            var wish =
                    new Wish(
                            Use.FORWARD,
                            vault.self(),
                            officer.at(),
                            further,
                            own.content().handling().use(),
                            true,
                            clock.instant());
            if (!further.nodes().isEmpty()
                    && control.rule(own.line(), own.content(), wish, picture)
                            instanceof Ruling.Blocked) {
                return Optional.of(SendingGround.SOURCE_NOT_RELEASED);
            }
        }
        return Optional.empty();
    }
}
