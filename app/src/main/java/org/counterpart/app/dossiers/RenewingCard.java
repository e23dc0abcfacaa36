package org.counterpart.app.dossiers;

import org.counterpart.app.node.EventLine;
import org.counterpart.app.node.EventLog;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.Grading;
import org.counterpart.dossier.Handling;
import org.counterpart.dossier.HandlingCode;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.Picture;
import org.counterpart.dossier.Purpose;
import org.counterpart.dossier.SignedCard;
import org.counterpart.dossier.Writer;
import org.counterpart.replication.Appended;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Set;

/// Shows this node's newer card in every dossier that it belongs to, so that others seal to its newer key.
@Component
class RenewingCard {
    private static final String TYPE = "card-renewed";

    private final Vault vault;
    private final EventLog log;

    RenewingCard(Vault vault, EventLog log) {
        this.vault = vault;
        this.log = log;
    }

    /// Each dossier by itself: one that fails keeps no other from it.
    @EventListener
    void renewed(CardRenewed renewed) {
        for (DossierId dossier : vault.naming(vault.self())) {
            vault.picture(dossier)
                    .filter(picture -> picture.members().containsKey(vault.self()))
                    .ifPresent(picture -> show(picture, renewed.card()));
        }
    }

    private void show(Picture picture, SignedCard card) {
        var draft =
                new Draft(
                        TYPE,
                        new Writer.Node(),
                        Audience.ofNodes(picture.members().keySet()),
                        Handling.of(Set.of(HandlingCode.H0), Set.of(Purpose.values())),
                        new Grading.NothingAsserted(),
                        Json.object(),
                        List.of());
        if (vault.append(picture.dossier(), new Membership.Renew(card), draft)
                instanceof Appended.Refused(String code)) {
            log.warn(
                    EventLine.of("card.not-renewed")
                            .id("dossier", picture.dossier().text())
                            .id("code", code));
        }
    }
}
