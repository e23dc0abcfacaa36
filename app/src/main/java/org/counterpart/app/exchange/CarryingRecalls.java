package org.counterpart.app.exchange;

import org.counterpart.app.dossiers.Change;
import org.counterpart.app.dossiers.Draft;
import org.counterpart.app.dossiers.HeldEntry;
import org.counterpart.app.dossiers.Projection;
import org.counterpart.app.dossiers.Vault;
import org.counterpart.dossier.Act;
import org.counterpart.dossier.Citation;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Malformed;
import org.counterpart.dossier.Writer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.util.List;

/// What a recall sets off, at once and by itself: what still waits to be handed out stays here, and what this node
/// derived from the recalled entry in other dossiers is marked there.
@Component
class CarryingRecalls implements Projection {
    private final ObjectProvider<Vault> vaults;
    private final Items items;

    CarryingRecalls(ObjectProvider<Vault> vaults, Items items) {
        this.vaults = vaults;
        this.items = items;
    }

    @Override
    public void apply(List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof Change.Opened(var entry, var content)) {
                noteSources(entry, content);
                carryOn(entry, content);
            }
        }
    }

    private void noteSources(EntryId entry, Content content) {
        if (content.sources().isEmpty()) {
            return;
        }
        Vault vault = vaults.getObject();
        vault.held(entry)
                .filter(held -> held.line().placed().author().equals(vault.self()))
                .ifPresent(
                        held ->
                                content.sources()
                                        .forEach(
                                                source ->
                                                        items.noteDerived(
                                                                source.entry(),
                                                                entry,
                                                                held.dossier())));
    }

    private void carryOn(EntryId recall, Content content) {
        Vault vault = vaults.getObject();
        if (!(actOf(content) instanceof Act.Recall(var recalled, _))) {
            return;
        }
        vault.held(recall)
                .filter(held -> held.picture().recalls().containsKey(recall))
                .ifPresent(
                        held -> {
                            vault.withhold(recalled);
                            var source =
                                    new Citation(
                                            held.dossier(),
                                            recalled,
                                            held.line().placed().author());
                            items.derivedFrom(recalled).stream()
                                    .flatMap(derived -> vault.held(derived).stream())
                                    .filter(derived -> !derived.dossier().equals(held.dossier()))
                                    .forEach(derived -> carry(vault, derived, source));
                        });
    }

    /// To whom the derived entry was given; within its own dossier a recall shows by itself.
    private static void carry(Vault vault, HeldEntry derived, Citation source) {
        vault.append(
                derived.dossier(),
                Draft.of(
                        new Act.RecallCarried(derived.id(), source),
                        new Writer.Node(),
                        derived.everybody(),
                        Pen.PLAIN));
    }

    private static Act actOf(Content content) {
        try {
            return Act.of(content);
        } catch (Malformed e) {
            return new Act.Other();
        }
    }
}
