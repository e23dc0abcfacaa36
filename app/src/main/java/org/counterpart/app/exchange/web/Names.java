package org.counterpart.app.exchange.web;

import org.counterpart.app.access.Access;
import org.counterpart.app.access.NotDone;
import org.counterpart.app.access.Officer;
import org.counterpart.app.directory.Desk;
import org.counterpart.app.directory.Desks;
import org.counterpart.app.dossiers.Vault;
import org.counterpart.app.exchange.SendingGround;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.NodeId;
import org.springframework.stereotype.Component;

/// What people call things: desks by their handle, and what [Naming] says of dossiers and entries.
@Component
class Names {
    private final Desks desks;
    private final Vault vault;
    private final Access access;

    Names(Desks desks, Vault vault, Access access) {
        this.desks = desks;
        this.vault = vault;
        this.access = access;
    }

    /// A desk by its handle, such as `vn/customs-intelligence`, or by its id.
    ///
    /// That a peering led there and was withdrawn is told to any officer who names such a desk, guessed or not: while it was
    /// in force, the directory showed its desks to each of them.
    DeskId desk(String text) {
        return desks.named(text)
                .map(Desk::id)
                .orElseThrow(
                        () ->
                                new NotDone(
                                        desks.isOutOfReach(text)
                                                ? SendingGround.PEERING_WITHDRAWN
                                                : SendingGround.DESK_UNKNOWN));
    }

    /// How this officer names dossiers and entries.
    Naming by(Officer.OfDesk officer) {
        return new Naming(vault, access, officer);
    }

    /// The state of a node, as its desks tell it; two dashes where none is known here.
    String state(NodeId node) {
        return desks.ofNode(node).stream()
                .findFirst()
                .map(desk -> desk.profile().state().letters())
                .orElse("--");
    }

    /// A desk with what people call it, as far as it is known here.
    Json.Members described(DeskId desk) {
        Json.Members json = Json.object().with("id", desk.text());
        return desks.known(desk)
                .map(
                        known ->
                                json.with("desk", known.handle())
                                        .with("name", known.profile().name())
                                        .with("state", known.profile().state().letters()))
                .orElse(json);
    }

    /// What people call a desk that is named under a node: with the node where another one serves the desk, so that nobody reads
    /// in its name.
    String handle(NodeId node, DeskId desk) {
        return desks.known(desk)
                .map(
                        known ->
                                known.node().equals(node)
                                        ? known.handle()
                                        : known.handle() + "@" + node.hex())
                .orElse(desk.text());
    }

    /// What people call a desk; its id where it is not known here.
    String handle(DeskId desk) {
        return desks.known(desk).map(Desk::handle).orElse(desk.text());
    }
}
