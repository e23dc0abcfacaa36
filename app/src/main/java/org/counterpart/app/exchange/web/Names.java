package org.counterpart.app.exchange.web;

import org.counterpart.app.access.NotDone;
import org.counterpart.app.access.Refusal;
import org.counterpart.app.directory.Desk;
import org.counterpart.app.directory.Desks;
import org.counterpart.app.dossiers.Vault;
import org.counterpart.app.dossiers.VaultRefusal;
import org.counterpart.app.exchange.SendingGround;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.NodeId;
import org.springframework.stereotype.Component;

import java.util.List;

/// What people call things: desks by their handle, entries by the first digits of their id.
@Component
class Names {
    private static final int WHOLE = 64;

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

    /// An entry by its id, or by as many of its first digits as make it the only one here.
    EntryId entry(String text) {
        if (text.length() == WHOLE) {
            return new EntryId(text);
        }
        List<EntryId> found = vault.entriesStartingWith(text);
        if (found.size() > 1) {
            throw new NotDone(Refusal.of(Refusal.Kind.BAD_INPUT, VaultRefusal.NOT_UNIQUE.code()));
        }
        return found.stream()
                .findFirst()
                .orElseThrow(() -> new NotDone(SendingGround.ENTRY_UNKNOWN));
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
