package org.counterpart.app.exchange;

import org.counterpart.app.access.Access;
import org.counterpart.app.access.Action;
import org.counterpart.app.access.Acts;
import org.counterpart.app.access.Decision;
import org.counterpart.app.access.Officer;
import org.counterpart.app.access.Refusal;
import org.counterpart.app.dossiers.HeldEntry;
import org.counterpart.app.dossiers.Vault;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.HandlingGround;
import org.counterpart.dossier.OriginatorControl;
import org.counterpart.dossier.Purpose;
import org.counterpart.dossier.Ruling;
import org.counterpart.dossier.Use;
import org.counterpart.dossier.Wish;
import org.counterpart.dossier.Writer;
import org.counterpart.ledger.Code;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/// Brings an entry before a court, or into a formal request that serves as evidence: whether its handling allows it today
/// is decided, and who did it is noted in the ledger. What the court is then given is read as ever.
@Component
@Transactional
public class UsingInCourt {
    private final Access access;
    private final Vault vault;
    private final Acts acts;
    private final InstantSource clock;
    private final OriginatorControl control;

    UsingInCourt(Access access, Vault vault, Acts acts, InstantSource clock) {
        this.access = access;
        this.vault = vault;
        this.control = new OriginatorControl(vault::writerOf);
        this.acts = acts;
        this.clock = clock;
    }

    /// What came of it.
    public sealed interface CourtUse {
        /// It may be brought before the court, and is noted.
        record Noted(DossierId dossier, Set<Ruling.Permit> because) implements CourtUse {
            public Noted {
                because = Set.copyOf(because);
            }
        }

        /// The first of the rules that forbid it, in their order.
        record Refused(Refusal refusal) implements CourtUse {}

        /// The first of the rules that forbid it is one from which its author may release it.
        record NeedsPermission(Refusal refusal, DeskId author) implements CourtUse {}
    }

    /// Decides, and notes what is allowed.
    ///
    /// @param purposes what the court is to decide for; the author must have permitted each
    /// @param understood the officer confirms that the restriction of H3 was read and understood
    public CourtUse use(
            Officer.OfDesk officer, EntryId id, Set<Purpose> purposes, boolean understood) {
        Optional<HeldEntry> held = vault.held(id);
        if (held.isEmpty()) {
            return new CourtUse.Refused(SendingGround.ENTRY_UNKNOWN);
        }
        HeldEntry entry = held.get();
        if (access.decide(officer, new Action.UseInCourt(id, entry.parties(vault.self())))
                instanceof Decision.Denied(var ground)) {
            return new CourtUse.Refused(ground);
        }
        var wish =
                new Wish(
                        Use.COURT,
                        vault.self(),
                        officer.at(),
                        Audience.ofNodes(Set.of()),
                        purposes,
                        understood,
                        clock.instant());
        return switch (control.rule(entry.line(), entry.content(), wish, entry.picture())) {
            case Ruling.Blocked(var grounds) -> forbidden(entry, grounds.getFirst());
            case Ruling.Allowed(var because) -> {
                acts.leave(acts.of(officer, "used-in-court").about(new Code(id.hex())));
                yield new CourtUse.Noted(entry.dossier(), because);
            }
        };
    }

    private static CourtUse forbidden(HeldEntry entry, HandlingGround ground) {
        Refusal refusal = Refusal.of(Refusal.Kind.NOT_ALLOWED, ground.code());
        return ground.originatorMayRelease()
                        && entry.content().writer() instanceof Writer.Desk(var desk, _)
                ? new CourtUse.NeedsPermission(refusal, desk)
                : new CourtUse.Refused(refusal);
    }
}
