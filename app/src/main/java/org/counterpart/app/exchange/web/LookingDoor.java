package org.counterpart.app.exchange.web;

import org.counterpart.app.access.Action;
import org.counterpart.app.access.NotDone;
import org.counterpart.app.access.Officer;
import org.counterpart.app.dossiers.ShowingDossier;
import org.counterpart.app.exchange.Item;
import org.counterpart.app.exchange.Listed;
import org.counterpart.app.exchange.SeeingInbox;
import org.counterpart.app.exchange.SeeingMembers;
import org.counterpart.app.exchange.SeeingNext;
import org.counterpart.app.exchange.SendingGround;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.Member;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The inbox of a desk, and a dossier as its officer may see it.
@RestController
@RequestMapping(path = "/exchange", produces = MediaType.APPLICATION_JSON_VALUE)
class LookingDoor {
    private final Names names;
    private final SeeingInbox inbox;
    private final SeeingMembers members;
    private final ShowingDossier showing;
    private final SeeingNext next;
    private final InstantSource clock;

    LookingDoor(
            Names names,
            SeeingInbox inbox,
            SeeingMembers members,
            ShowingDossier showing,
            SeeingNext next,
            InstantSource clock) {
        this.names = names;
        this.inbox = inbox;
        this.members = members;
        this.showing = showing;
        this.next = next;
        this.clock = clock;
    }

    /// What waits, or with `all` what is settled too.
    ///
    /// @param before the `next` of the page before this one
    @GetMapping("/inbox")
    byte[] inbox(
            Officer.OfDesk officer,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam Optional<Long> before) {
        SeeingInbox.Seen seen =
                all || before.isPresent()
                        ? inbox.seeAll(officer, before.orElse(Long.MAX_VALUE))
                        : inbox.see(officer);
        return switch (seen) {
            case SeeingInbox.Seen.Refused(var refusal) -> throw new NotDone(refusal);
            case SeeingInbox.Seen.Items(var items, var count, var next) -> {
                Instant now = clock.instant();
                Json.Members json =
                        Json.object()
                                .with("desk", names.handle(officer.at()))
                                .with("waiting", count.waiting())
                                .with("settled", count.settled())
                                .with(
                                        "items",
                                        Json.items(
                                                items.stream()
                                                        .map(item -> json(item, now))
                                                        .toList()));
                yield (next.isPresent() ? json.with("next", next.getAsLong()) : json).bytes();
            }
        };
    }

    private Json json(Listed listed, Instant now) {
        Item item = listed.item();
        Json.Members json =
                Json.object()
                        .with("entry", item.entry().hex())
                        .with("dossier", item.dossier().text())
                        .with("kind", item.kind().name())
                        .with("state", item.state())
                        .with("from", item.from().hex())
                        .with("fromState", names.state(item.from()))
                        .with("sentAt", item.sentAt().toEpochMilli())
                        .with("overdue", item.isOverdue(now))
                        .with("waits", listed.waits())
                        .with("unread", listed.unread())
                        .with("number", listed.number());
        Json.Members asked = item.to().map(to -> json.with("to", names.handle(to))).orElse(json);
        return item.dueAt().map(due -> asked.with("dueAt", due.toEpochMilli())).orElse(asked);
    }

    /// @param subject a dossier id, or the start of an entry id
    @GetMapping("/dossiers/{subject}")
    byte[] dossier(
            Officer.OfDesk officer,
            @PathVariable String subject,
            @RequestParam(defaultValue = "false") boolean understood) {
        DossierId dossier = names.by(officer).dossier(subject, Action.SeeMembers::new);
        ShowingDossier.Shown shown =
                showing.show(officer, dossier, understood)
                        .orElseThrow(() -> new NotDone(SendingGround.DOSSIER_UNKNOWN));
        inbox.saw(officer, shown);
        return Shown.dossier(shown, next.see(officer, shown), names, clock.instant());
    }

    /// Who takes part, without opening anything.
    ///
    /// @param subject a dossier id, or the start of an entry id
    @GetMapping("/members/{subject}")
    byte[] members(Officer.OfDesk officer, @PathVariable String subject) {
        DossierId dossier = names.by(officer).dossier(subject, Action.SeeMembers::new);
        return switch (members.see(officer, dossier)) {
            case SeeingMembers.Seen.Refused(var refusal) -> throw new NotDone(refusal);
            case SeeingMembers.Seen.Members(var taking, var outside) ->
                    Json.object()
                            .with("dossier", dossier.text())
                            .with(
                                    "members",
                                    Json.items(
                                            Stream.concat(
                                                            taking.stream().map(this::json),
                                                            outside.stream()
                                                                    .map(LookingDoor::namedOnly))
                                                    .toList()))
                            .bytes();
        };
    }

    /// Its desks are nobody's: whoever is no member is given nothing.
    private static Json namedOnly(Member outsider) {
        return Shown.member(outsider).with("member", false).with("desks", Json.texts(List.of()));
    }

    private Json json(SeeingMembers.TakesPart member) {
        return Shown.member(member.member())
                .with("member", true)
                .with(
                        "desks",
                        Json.texts(member.desks().stream().map(names::handle).sorted().toList()));
    }
}
