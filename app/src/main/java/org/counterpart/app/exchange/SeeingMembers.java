package org.counterpart.app.exchange;

import org.counterpart.app.access.Access;
import org.counterpart.app.access.Action;
import org.counterpart.app.access.Decision;
import org.counterpart.app.access.Officer;
import org.counterpart.app.access.Refusal;
import org.counterpart.app.dossiers.HeldEntry;
import org.counterpart.app.dossiers.Vault;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.Member;
import org.counterpart.dossier.Picture;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Says which nodes take part in a dossier, and with which desks as far as this node can see. Nothing is opened for it,
/// so nobody is written down as a reader.
@Component
@Transactional
public class SeeingMembers {
    private final Access access;
    private final Vault vault;

    SeeingMembers(Access access, Vault vault) {
        this.access = access;
        this.vault = vault;
    }

    /// A member node with its desks.
    public record TakesPart(Member member, Set<DeskId> desks) {}

    /// What comes of looking.
    public sealed interface Seen {
        record Members(List<TakesPart> taking) implements Seen {}

        record Refused(Refusal refusal) implements Seen {}
    }

    public Seen see(Officer.OfDesk officer, DossierId dossier) {
        Optional<Picture> picture = vault.picture(dossier);
        if (picture.isEmpty()) {
            return new Seen.Refused(SendingGround.DOSSIER_UNKNOWN);
        }
        var ours = HeldEntry.desksTakingPart(picture.get(), vault.self());
        return switch (access.decide(officer, new Action.SeeMembers(dossier, ours))) {
            case Decision.Denied(var ground) -> new Seen.Refused(ground);
            case Decision.Allowed _ -> new Seen.Members(taking(picture.get()));
        };
    }

    private static List<TakesPart> taking(Picture picture) {
        return picture.members().values().stream()
                .map(
                        member ->
                                new TakesPart(
                                        member, HeldEntry.desksTakingPart(picture, member.node())))
                .toList();
    }
}
