package org.counterpart.app.dossiers;

import org.counterpart.app.access.Access;
import org.counterpart.app.access.Action;
import org.counterpart.app.access.Acts;
import org.counterpart.app.access.Decision;
import org.counterpart.app.access.Officer;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.Ciphertext;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.HandlingGround;
import org.counterpart.dossier.OriginatorControl;
import org.counterpart.dossier.Picture;
import org.counterpart.dossier.Ruling;
import org.counterpart.dossier.Secret;
import org.counterpart.dossier.Sight;
import org.counterpart.dossier.SignedEnvelope;
import org.counterpart.dossier.Use;
import org.counterpart.dossier.Wish;
import org.counterpart.ledger.Code;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Takes the contents of a dossier out, to be hashed again by somebody who has the ledger of this node: each comes sealed
/// as it was, with its own key and the envelope whose identity the ledger names. One ledger leaf per content.
///
/// Who exports the ledger sees no content, and who sees contents exports no ledger: the two meet at the verifier.
@Component
@Transactional
public class ExportingContents {
    private final Vault vault;
    private final VaultTransactions transactions;
    private final Access access;
    private final Acts acts;
    private final InstantSource clock;
    private final OriginatorControl control;

    ExportingContents(
            Vault vault,
            VaultTransactions transactions,
            Access access,
            Acts acts,
            InstantSource clock) {
        this.vault = vault;
        this.control = new OriginatorControl(vault::writerOf);
        this.transactions = transactions;
        this.access = access;
        this.acts = acts;
        this.clock = clock;
    }

    /// An entry as far as it may leave the node.
    public sealed interface Exported {
        SignedEnvelope signed();

        /// With what opens this one content and no other.
        record Held(SignedEnvelope signed, Ciphertext sealed, Secret key) implements Exported {}

        /// It was here and was destroyed; the envelope still proves that it was said.
        record Erased(SignedEnvelope signed) implements Exported {}

        /// It is here and stays here.
        record KeptBack(SignedEnvelope signed, List<String> grounds) implements Exported {}

        /// It was never open here.
        record Closed(SignedEnvelope signed) implements Exported {}
    }

    /// Every entry in reading order; empty for a dossier that is not held, or in which the officer's desk has no part.
    ///
    /// @param understood the officer confirms that the restrictions of H3 were read and understood
    public Optional<List<Exported>> export(
            Officer.OfDesk officer, DossierId dossier, boolean understood) {
        return vault.picture(dossier)
                .filter(picture -> takesPart(officer, picture))
                .map(
                        picture ->
                                picture.lines().stream()
                                        .map(line -> one(officer, picture, line, understood))
                                        .toList());
    }

    /// As in [ShowingDossier]: who tries it without a part in it leaves a leaf, and learns nothing.
    private boolean takesPart(Officer.OfDesk officer, Picture picture) {
        var taking = HeldEntry.desksTakingPart(picture, vault.self());
        var action = new Action.ExportContents(picture.dossier(), taking);
        return access.decide(officer, action) instanceof Decision.Allowed;
    }

    private Exported one(
            Officer.OfDesk officer, Picture picture, Picture.Line line, boolean understood) {
        SignedEnvelope signed = line.placed().signed();
        if (line.sight() instanceof Sight.Erased) {
            return new Exported.Erased(signed);
        }
        Optional<HeldEntry> held = HeldEntry.of(picture, line);
        if (held.isEmpty()) {
            return new Exported.Closed(signed);
        }
        HeldEntry entry = held.get();
        if (access.foresee(officer, new Action.Read(entry.id(), entry.parties(vault.self())))
                instanceof Decision.Denied(var ground)) {
            return new Exported.KeptBack(signed, List.of(ground.code()));
        }
        return switch (control.rule(
                line, entry.content(), wish(officer, entry.content(), understood), picture)) {
            case Ruling.Blocked(var grounds) ->
                    new Exported.KeptBack(
                            signed, grounds.stream().map(HandlingGround::code).toList());
            case Ruling.Allowed _ -> taken(officer, line.id(), signed);
        };
    }

    /// An erasure does not wait for who reads: what is gone since the picture was drawn is erased, and was not exported.
    private Exported taken(Officer.OfDesk officer, EntryId entry, SignedEnvelope signed) {
        StoredContents contents = transactions.store().contents();
        Optional<Ciphertext> sealed = contents.ciphertext(entry);
        Optional<Secret> key = contents.payloadKey(entry);
        if (sealed.isEmpty() || key.isEmpty()) {
            return new Exported.Erased(signed);
        }
        acts.leave(acts.of(officer, "content-exported").about(new Code(entry.hex())));
        return new Exported.Held(signed, sealed.get(), key.get());
    }

    private Wish wish(Officer.OfDesk officer, Content content, boolean understood) {
        return new Wish(
                Use.EXPORT,
                vault.self(),
                officer.at(),
                Audience.ofNodes(List.of()),
                content.handling().use(),
                understood,
                clock.instant());
    }
}
