package org.counterpart.app.dossiers;

import org.counterpart.app.access.Access;
import org.counterpart.app.access.Action;
import org.counterpart.app.access.Acts;
import org.counterpart.app.access.Decision;
import org.counterpart.app.access.Officer;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.OriginatorControl;
import org.counterpart.dossier.Picture;
import org.counterpart.dossier.Ruling;
import org.counterpart.dossier.Use;
import org.counterpart.dossier.Wish;
import org.counterpart.ledger.Code;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Shows a dossier to an officer: what its desk may know, as far as handling allows, one ledger leaf per entry read.
@Component
@Transactional
public class ShowingDossier {
    private final Vault vault;
    private final Access access;
    private final Acts acts;
    private final InstantSource clock;
    private final OriginatorControl control;

    ShowingDossier(Vault vault, Access access, Acts acts, InstantSource clock) {
        this.vault = vault;
        this.control = new OriginatorControl(vault::writerOf);
        this.access = access;
        this.acts = acts;
        this.clock = clock;
    }

    /// A dossier as one officer sees it.
    public record Shown(Picture picture, List<ShownLine> lines) {}

    /// Every entry in reading order; empty for a dossier that is not held, or in which the officer's desk has no part.
    ///
    /// @param understood the officer confirms that the restrictions of H3 were read and understood
    public Optional<Shown> show(Officer.OfDesk officer, DossierId dossier, boolean understood) {
        return vault.picture(dossier)
                .filter(picture -> takesPart(officer, picture))
                .map(
                        picture ->
                                new Shown(
                                        picture,
                                        picture.lines().stream()
                                                .map(
                                                        line ->
                                                                show(
                                                                        officer,
                                                                        picture,
                                                                        line,
                                                                        understood))
                                                .toList()));
    }

    /// Who tries it without a part in it leaves a leaf, and learns no more than of a dossier that does not exist.
    private boolean takesPart(Officer.OfDesk officer, Picture picture) {
        var taking = vault.everAddressed(picture);
        var action = new Action.SeeMembers(picture.dossier(), taking);
        return access.decide(officer, action) instanceof Decision.Allowed;
    }

    private ShownLine show(
            Officer.OfDesk officer, Picture picture, Picture.Line line, boolean understood) {
        Optional<HeldEntry> held = HeldEntry.of(picture, line);
        if (held.isEmpty()) {
            return new ShownLine.Bare(line);
        }
        HeldEntry entry = held.get();
        var action = new Action.Read(entry.id(), entry.parties(vault.self()));
        if (access.foresee(officer, action) instanceof Decision.Denied(var ground)) {
            return new ShownLine.NotForThisDesk(line, ground);
        }
        return switch (control.rule(
                line, entry.content(), wish(officer, entry.content(), understood), picture)) {
            case Ruling.Blocked(var grounds) ->
                    new ShownLine.Withheld(line, grounds, entry.content().handling());
            case Ruling.Allowed _ -> {
                acts.leave(acts.of(officer, "read").about(new Code(entry.id().hex())));
                yield new ShownLine.Open(line, entry.content());
            }
        };
    }

    /// Reading serves the purposes for which the author gave it, so none other is stated here.
    private Wish wish(Officer.OfDesk officer, Content content, boolean understood) {
        return new Wish(
                Use.READ,
                vault.self(),
                officer.at(),
                Audience.ofNodes(List.of()),
                content.handling().use(),
                understood,
                clock.instant());
    }
}
