package org.counterpart.app.exchange.web;

import org.counterpart.app.access.NotDone;
import org.counterpart.app.access.Refusal;
import org.counterpart.app.directory.Desk;
import org.counterpart.app.directory.Desks;
import org.counterpart.app.dossiers.HeldEntry;
import org.counterpart.app.dossiers.Vault;
import org.counterpart.app.dossiers.VaultRefusal;
import org.counterpart.app.exchange.SendingGround;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Malformed;
import org.counterpart.dossier.NodeId;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What people call things: desks by their handle, entries by the first digits of their id.
@Component
class Names {
    private static final int WHOLE = 64;

    /// Fewer digits are met by chance too often to be typed by a careful person.
    private static final Pattern START = Pattern.compile("[0-9a-f]{8,64}");

    private final Desks desks;
    private final Vault vault;

    Names(Desks desks, Vault vault) {
        this.desks = desks;
        this.vault = vault;
    }

    /// A desk by its handle, such as `vn/customs-intelligence`, or by its id.
    DeskId desk(String text) {
        return desks.named(text)
                .map(Desk::id)
                .orElseThrow(() -> new NotDone(SendingGround.DESK_UNKNOWN));
    }

    /// An entry by its id, or by its first digits where a desk has part in one alone that starts so. A start is looked
    /// up among the dossiers of the desk only, so that nobody can feel for what other desks hold.
    EntryId entry(DeskId desk, String text) {
        if (text.length() == WHOLE) {
            return new EntryId(text);
        }
        List<EntryId> found = startingWith(text, desk);
        if (found.size() > 1) {
            throw notUnique();
        }
        return found.stream()
                .findFirst()
                .orElseThrow(() -> new NotDone(SendingGround.ENTRY_UNKNOWN));
    }

    /// A dossier by its id, or by the first digits of entries of a desk that are all in one.
    DossierId dossier(DeskId desk, String text) {
        List<DossierId> found =
                startingWith(text, desk).stream()
                        .flatMap(entry -> vault.dossierOf(entry).stream())
                        .distinct()
                        .toList();
        if (found.size() > 1) {
            throw notUnique();
        }
        return found.stream().findFirst().orElseGet(() -> dossier(text));
    }

    private static DossierId dossier(String text) {
        try {
            return new DossierId(text);
        } catch (Malformed _) {
            throw new NotDone(SendingGround.DOSSIER_UNKNOWN);
        }
    }

    private static NotDone notUnique() {
        return new NotDone(Refusal.of(Refusal.Kind.BAD_INPUT, VaultRefusal.NOT_UNIQUE.code()));
    }

    private List<EntryId> startingWith(String text, DeskId desk) {
        String start = text.toLowerCase(Locale.ROOT);
        return START.matcher(start).matches()
                ? vault.entriesStartingWith(start).stream()
                        .filter(entry -> hasPart(desk, entry))
                        .toList()
                : List.of();
    }

    private boolean hasPart(DeskId desk, EntryId entry) {
        return vault.dossierOf(entry)
                .flatMap(vault::picture)
                .filter(picture -> HeldEntry.desksTakingPart(picture, vault.self()).contains(desk))
                .isPresent();
    }

    /// The state of a node, as its desks tell it; two dashes where none is known here.
    String state(NodeId node) {
        return desks.ofNode(node).stream()
                .findFirst()
                .map(desk -> desk.profile().state().letters())
                .orElse("--");
    }

    /// What people call a desk; its id where it is not known here.
    String handle(DeskId desk) {
        return desks.known(desk).map(Desk::handle).orElse(desk.text());
    }
}
