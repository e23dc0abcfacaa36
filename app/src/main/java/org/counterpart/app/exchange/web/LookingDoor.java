package org.counterpart.app.exchange.web;

import org.counterpart.app.access.NotDone;
import org.counterpart.app.access.Officer;
import org.counterpart.app.dossiers.ShowingDossier;
import org.counterpart.app.dossiers.Vault;
import org.counterpart.app.exchange.Item;
import org.counterpart.app.exchange.SeeingInbox;
import org.counterpart.app.exchange.SendingGround;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.Malformed;
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

/// The inbox of a desk, and a dossier as its officer may see it.
@RestController
@RequestMapping(path = "/exchange", produces = MediaType.APPLICATION_JSON_VALUE)
class LookingDoor {
    private final Names names;
    private final Vault vault;
    private final SeeingInbox inbox;
    private final ShowingDossier showing;
    private final InstantSource clock;

    LookingDoor(
            Names names,
            Vault vault,
            SeeingInbox inbox,
            ShowingDossier showing,
            InstantSource clock) {
        this.names = names;
        this.vault = vault;
        this.inbox = inbox;
        this.showing = showing;
        this.clock = clock;
    }

    @GetMapping("/inbox")
    byte[] inbox(Officer.OfDesk officer) {
        return switch (inbox.see(officer)) {
            case SeeingInbox.Seen.Refused(var refusal) -> throw new NotDone(refusal);
            case SeeingInbox.Seen.Waiting(var items) -> {
                Instant now = clock.instant();
                yield Json.object()
                        .with("desk", names.handle(officer.at()))
                        .with(
                                "items",
                                Json.items(items.stream().map(item -> json(item, now)).toList()))
                        .bytes();
            }
        };
    }

    private Json json(Item item, Instant now) {
        Json.Members json =
                Json.object()
                        .with("entry", item.entry().hex())
                        .with("dossier", item.dossier().text())
                        .with("kind", item.kind().name())
                        .with("state", item.state())
                        .with("from", item.from().hex())
                        .with("fromState", names.state(item.from()))
                        .with("sentAt", item.sentAt().toEpochMilli())
                        .with("overdue", item.isOverdue(now));
        return item.dueAt().map(due -> json.with("dueAt", due.toEpochMilli())).orElse(json);
    }

    /// @param subject a dossier id, or the start of an entry id
    @GetMapping("/dossiers/{subject}")
    byte[] dossier(
            Officer.OfDesk officer,
            @PathVariable String subject,
            @RequestParam(defaultValue = "false") boolean understood) {
        return dossierOf(subject)
                .flatMap(dossier -> showing.show(officer, dossier, understood))
                .map(shown -> Shown.dossier(shown, names::handle, clock.instant()))
                .orElseThrow(() -> new NotDone(SendingGround.DOSSIER_UNKNOWN));
    }

    private Optional<DossierId> dossierOf(String subject) {
        List<EntryId> entries = vault.entriesStartingWith(subject);
        if (entries.size() == 1) {
            return vault.dossierOf(entries.getFirst());
        }
        try {
            return Optional.of(new DossierId(subject));
        } catch (Malformed e) {
            return Optional.empty();
        }
    }
}
