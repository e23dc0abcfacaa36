package org.counterpart.dossier;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What an act must keep to; one that does not is void.
interface ActRule {
    boolean holds(Placed placed, Act act, DossierEntries entries, Causality causality);

    /// Consent to what one has not seen, or a recall of what one does not know, says nothing.
    ActRule HAS_SEEN_WHAT_IT_IS_ABOUT =
            (placed, act, entries, causality) -> hasSeen(placed, act.about(), entries, causality);

    /// Whether all of these lie in the past of an entry.
    static boolean hasSeen(
            Placed placed, Set<EntryId> about, DossierEntries entries, Causality causality) {
        List<Placed> found = about.stream().map(entries::find).flatMap(Optional::stream).toList();
        return found.size() == about.size() && causality.hasSeenAll(placed, found);
    }

    /// Only the originator takes back, corrects, releases and disputes the receipt of its own.
    ActRule ONLY_THE_ORIGINATOR =
            (placed, act, entries, _) -> {
                Set<EntryId> own =
                        switch (act) {
                            case Act.Recall(var entry, _) -> Set.of(entry);
                            case Act.Correction(var entry, _) -> Set.of(entry);
                            case Act.Release(_, var released, _, _, _) -> released;
                            case Act.RecallCarried(var derived, _) -> Set.of(derived);
                            case Act.TimeDisputed(var entry, _, _, _) -> Set.of(entry);
                            case Act.RecallAnswer _,
                                    Act.Forward _,
                                    Act.PermissionRequest _,
                                    Act.ReleaseRefused _,
                                    Act.Consent _,
                                    Act.ConsentWithdrawn _,
                                    Act.FoundVoid _,
                                    Act.Other _ ->
                                    Set.of();
                        };
                return own.stream()
                        .flatMap(id -> entries.find(id).stream())
                        .allMatch(entry -> entry.author().equals(placed.author()));
            };

    List<ActRule> ALL = List.of(HAS_SEEN_WHAT_IT_IS_ABOUT, ONLY_THE_ORIGINATOR);
}
