package org.counterpart.app.exchange.web;

import org.counterpart.app.access.Access;
import org.counterpart.app.access.Action;
import org.counterpart.app.access.Decision;
import org.counterpart.app.access.NotDone;
import org.counterpart.app.access.Officer;
import org.counterpart.app.access.Parties;
import org.counterpart.app.access.Refusal;
import org.counterpart.app.dossiers.Vault;
import org.counterpart.app.dossiers.VaultRefusal;
import org.counterpart.app.exchange.SendingGround;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Malformed;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How one officer names dossiers and entries in one request: by their id, or by the first digits of an entry.
///
/// To name a thing is to reach for it. What lies with other desks alone is denied before anything else of the request is
/// looked at, with the leaf of what was to be done with it, and in the words for what is not here at all: so nobody can
/// feel for what other desks hold, neither with a guess nor with an id that was overheard.
final class Naming {
    private static final int WHOLE = 64;

    /// Fewer digits are met by chance too often to be typed by a careful person.
    private static final int FEWEST = 8;

    private static final Pattern START = Pattern.compile("[0-9a-f]{" + FEWEST + "," + WHOLE + "}");
    private static final Pattern TOO_SHORT = Pattern.compile("[0-9a-f]{1," + (FEWEST - 1) + "}");

    private final Vault vault;
    private final Access access;
    private final Officer.OfDesk officer;
    private final Map<DossierId, Set<DeskId>> takingPart = new HashMap<>();

    Naming(Vault vault, Access access, Officer.OfDesk officer) {
        this.vault = vault;
        this.access = access;
        this.officer = officer;
    }

    /// What an officer wants with an entry.
    interface OnEntry extends BiFunction<EntryId, Parties, Action> {}

    /// What an officer wants with a dossier.
    interface InDossier extends BiFunction<DossierId, Set<DeskId>, Action> {}

    /// An entry by its id, or by its first digits where the desk has part in one alone that starts so.
    EntryId entry(String text, OnEntry wanted) {
        return known(
                startingWith(text),
                entry -> vault.dossierOf(entry).flatMap(this::takingPart),
                entry -> wanted.apply(entry, parties(entry)),
                SendingGround.ENTRY_UNKNOWN);
    }

    /// A dossier by its id, or by the first digits of entries of the desk that are all in one.
    DossierId dossier(String text, InDossier wanted) {
        return known(
                dossiers(text),
                this::takingPart,
                dossier -> wanted.apply(dossier, takingPart(dossier).orElse(Set.of())),
                SendingGround.DOSSIER_UNKNOWN);
    }

    private <T> T known(
            List<T> named,
            Function<T, Optional<Set<DeskId>>> desks,
            Function<T, Action> wanted,
            SendingGround otherwise) {
        List<T> known =
                named.stream()
                        .filter(one -> desks.apply(one).filter(this::hasOurs).isPresent())
                        .toList();
        if (known.size() > 1) {
            throw new NotDone(Refusal.of(Refusal.Kind.BAD_INPUT, VaultRefusal.NOT_UNIQUE.code()));
        }
        if (known.isEmpty()) {
            for (T one : named) {
                Decision _ = access.decide(officer, wanted.apply(one));
            }
            throw new NotDone(otherwise);
        }
        return known.getFirst();
    }

    private boolean hasOurs(Set<DeskId> desks) {
        return desks.contains(officer.at());
    }

    /// Those that are here.
    private List<EntryId> startingWith(String text) {
        String start = text.toLowerCase(Locale.ROOT);
        if (TOO_SHORT.matcher(start).matches()) {
            throw new NotDone(SendingGround.TOO_FEW_DIGITS);
        }
        if (!START.matcher(start).matches()) {
            return List.of();
        }
        return start.length() == WHOLE
                ? Stream.of(new EntryId(start))
                        .filter(entry -> vault.dossierOf(entry).isPresent())
                        .toList()
                : vault.entriesStartingWith(start);
    }

    private List<DossierId> dossiers(String text) {
        List<DossierId> found =
                startingWith(text).stream()
                        .flatMap(entry -> vault.dossierOf(entry).stream())
                        .distinct()
                        .toList();
        return found.isEmpty() ? byItsId(text) : found;
    }

    private List<DossierId> byItsId(String text) {
        try {
            return Stream.of(new DossierId(text))
                    .filter(dossier -> takingPart(dossier).isPresent())
                    .toList();
        } catch (Malformed _) {
            return List.of();
        }
    }

    /// The desks of this node that have part in a dossier that it holds: looked up once, for a request may name hundreds
    /// of its entries.
    private Optional<Set<DeskId>> takingPart(DossierId dossier) {
        if (!takingPart.containsKey(dossier)) {
            vault.picture(dossier)
                    .map(vault::everAddressed)
                    .ifPresent(desks -> takingPart.put(dossier, desks));
        }
        return Optional.ofNullable(takingPart.get(dossier));
    }

    private Parties parties(EntryId entry) {
        return vault.held(entry)
                .map(held -> held.parties(vault.self()))
                .orElse(new Parties(Set.of(), Set.of()));
    }
}
