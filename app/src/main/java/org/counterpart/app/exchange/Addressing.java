package org.counterpart.app.exchange;

import org.counterpart.app.access.Officer;
import org.counterpart.app.directory.Desk;
import org.counterpart.app.directory.Desks;
import org.counterpart.app.dossiers.Vault;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.DeskId;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/// Finds the nodes of the desks that something is for.
@Component
final class Addressing {
    private final Desks desks;
    private final Vault vault;

    Addressing(Desks desks, Vault vault) {
        this.desks = desks;
        this.vault = vault;
    }

    sealed interface Addressed {}

    /// The writing desk and these, each under its node.
    record Known(Audience audience) implements Addressed {}

    record Unknown(SendingGround ground) implements Addressed {}

    Addressed to(Officer.OfDesk officer, List<DeskId> to) {
        if (to.isEmpty()) {
            return new Unknown(SendingGround.NO_ADDRESSEE);
        }
        Audience audience = ofOwn(officer);
        for (DeskId id : to) {
            Optional<Desk> desk = desks.find(id);
            if (desk.isEmpty()) {
                return new Unknown(
                        desks.isOutOfReach(id.text())
                                ? SendingGround.PEERING_WITHDRAWN
                                : SendingGround.DESK_UNKNOWN);
            }
            if (desk.get().node().equals(vault.self())) {
                return new Unknown(SendingGround.DESK_IS_OURS);
            }
            audience = audience.with(desk.get().node(), id);
        }
        return new Known(audience);
    }

    /// The writing desk alone.
    Audience ofOwn(Officer.OfDesk officer) {
        return Audience.ofNodes(List.of()).with(vault.self(), officer.at());
    }
}
