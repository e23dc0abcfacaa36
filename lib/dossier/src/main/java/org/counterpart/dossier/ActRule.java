package org.counterpart.dossier;

import java.util.List;
import java.util.Set;

/// What an act must keep to; one that does not is void.
interface ActRule {
    boolean holds(Placed placed, Act act, DossierEntries entries);

    /// Consent to what one has not seen, or a recall of what one does not know, says nothing.
    ActRule HAS_SEEN_WHAT_IT_IS_ABOUT =
            (placed, act, entries) -> {
                var causality = new Causality(entries);
                return act.about().stream()
                        .allMatch(
                                id ->
                                        entries.find(id)
                                                .filter(target -> causality.hasSeen(placed, target))
                                                .isPresent());
            };

    /// Only the originator takes back, corrects, releases and disputes the receipt of its own.
    ActRule ONLY_THE_ORIGINATOR =
            (placed, act, entries) -> {
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
