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
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Picture;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
        /// Who takes part.
        ///
        /// @param outside nodes that were named and are no members, as far as this node has to put them out
        record Members(List<TakesPart> taking, List<Member> outside) implements Seen {}

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
            case Decision.Allowed _ ->
                    new Seen.Members(
                            taking(officer, picture.get()),
                            List.copyOf(
                                    Outsiders.stillToPutOut(picture.get(), vault.self()).values()));
        };
    }

    /// As far as the officer may read; nothing of it is written down.
    List<TakesPart> taking(Officer.OfDesk officer, Picture picture) {
        List<HeldEntry> readable =
                picture.lines().stream()
                        .flatMap(line -> HeldEntry.in(picture, line.id()).stream())
                        .filter(entry -> mayRead(officer, entry))
                        .toList();
        return picture.members().values().stream()
                .map(member -> new TakesPart(member, desks(readable, member.node())))
                .toList();
    }

    /// Whom another desk of this node speaks with is nothing to this one.
    private boolean mayRead(Officer.OfDesk officer, HeldEntry entry) {
        return access.foresee(officer, new Action.Read(entry.id(), entry.parties(vault.self())))
                instanceof Decision.Allowed;
    }

    private static Set<DeskId> desks(List<HeldEntry> entries, NodeId node) {
        var desks = new TreeSet<DeskId>();
        entries.forEach(entry -> desks.addAll(entry.desksOf(node)));
        return desks;
    }
}
