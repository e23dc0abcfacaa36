package org.counterpart.app.exchange;

import org.counterpart.app.access.Acts;
import org.counterpart.app.dossiers.Change;
import org.counterpart.app.dossiers.Draft;
import org.counterpart.app.dossiers.HeldEntry;
import org.counterpart.app.dossiers.Projection;
import org.counterpart.app.dossiers.Vault;
import org.counterpart.dossier.Act;
import org.counterpart.dossier.Citation;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Malformed;
import org.counterpart.dossier.Picture;
import org.counterpart.dossier.Writer;
import org.counterpart.ledger.Code;
import org.counterpart.replication.Appended;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// What a recall sets off, at once and by itself: what still waits to be handed out stays here, and what this node
/// derived from the recalled entry in other dossiers is marked there.
@Component
class CarryingRecalls implements Projection {
    private final ObjectProvider<Vault> vaults;
    private final Items items;
    private final Acts acts;

    CarryingRecalls(ObjectProvider<Vault> vaults, Items items, Acts acts) {
        this.vaults = vaults;
        this.items = items;
        this.acts = acts;
    }

    /// However much of a dossier comes at once, its picture is drawn once.
    @Override
    public void apply(List<Change> changes) {
        Vault vault = vaults.getObject();
        var pictures = new TreeMap<DossierId, Optional<Picture>>();
        var tainted = new TreeMap<DossierId, Picture>();
        for (Change change : changes) {
            if (change instanceof Change.Opened(var entry, var content)) {
                noteSources(vault, entry, content);
                Act act = actOf(content);
                if (act instanceof Act.Recall || act instanceof Act.RecallCarried) {
                    vault.dossierOf(entry)
                            .flatMap(at -> pictures.computeIfAbsent(at, vault::picture))
                            .filter(picture -> takesEffect(vault, picture, entry, act))
                            .ifPresent(picture -> tainted.put(picture.dossier(), picture));
                }
            }
        }
        tainted.values().forEach(picture -> carryFrom(vault, picture));
    }

    private void noteSources(Vault vault, EntryId entry, Content content) {
        if (!content.sources().isEmpty()
                && vault.authorOf(entry).filter(vault.self()::equals).isPresent()) {
            vault.dossierOf(entry)
                    .ifPresent(
                            dossier ->
                                    content.sources()
                                            .forEach(
                                                    source ->
                                                            items.noteDerived(
                                                                    source.entry(),
                                                                    entry,
                                                                    dossier)));
        }
    }

    /// A recall that counts takes back at once what still waits to be handed out.
    private static boolean takesEffect(Vault vault, Picture picture, EntryId entry, Act act) {
        if (HeldEntry.in(picture, entry).isEmpty()) {
            return false;
        }
        if (act instanceof Act.Recall(var recalled, _)) {
            boolean counts = picture.recalls().containsKey(entry);
            if (counts) {
                vault.withhold(recalled);
            }
            return counts;
        }
        return true;
    }

    /// From every entry of a dossier that no longer counts to what we derived from it elsewhere; what is carried there
    /// comes here again as an entry of its own, so a recall goes as far as the derivations do.
    private void carryFrom(Vault vault, Picture picture) {
        for (Picture.Line line : picture.lines()) {
            if (isTainted(line)) {
                var source = new Citation(picture.dossier(), line.id(), line.placed().author());
                items.derivedFrom(line.id()).stream()
                        .flatMap(derived -> vault.held(derived).stream())
                        .filter(derived -> !derived.dossier().equals(picture.dossier()))
                        .filter(derived -> !isTainted(derived.line()))
                        .forEach(derived -> carry(vault, derived, source));
            }
        }
    }

    /// Whether it was taken back or rests on what was.
    static boolean isTainted(Picture.Line line) {
        return line.standing() == Picture.Standing.RECALLED
                || line.standing() == Picture.Standing.RESTS_ON_RECALLED;
    }

    /// To whom the derived entry was given; within its own dossier a recall shows by itself.
    private void carry(Vault vault, HeldEntry derived, Citation source) {
        Appended appended =
                vault.append(
                        derived.dossier(),
                        Draft.of(
                                new Act.RecallCarried(derived.id(), source),
                                new Writer.Node(),
                                derived.everybody(),
                                Pen.PLAIN));
        if (appended instanceof Appended.Refused(String code)) {
            boolean takesPart = derived.picture().members().containsKey(vault.self());
            String ground = takesPart ? code : SendingGround.NO_LONGER_A_MEMBER.code();
            acts.leave(
                    acts.ofThisNode("recall-not-carried")
                            .about(new Code(derived.id().hex()))
                            .with(new Code("code"), new Code(ground)));
        }
    }

    private static Act actOf(Content content) {
        try {
            return Act.of(content);
        } catch (Malformed e) {
            return new Act.Other();
        }
    }
}
