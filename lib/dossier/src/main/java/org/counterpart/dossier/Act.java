package org.counterpart.dossier;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What an entry does to other entries of its dossier, read from its type and payload.
///
/// These are the acts that every dossier knows, whatever it is about; what an area adds is [Other] here.
public sealed interface Act {
    /// The originator takes an entry back.
    record Recall(EntryId entry, String ground) implements Act {}

    /// A holder says what became of its copy.
    record RecallAnswer(EntryId recall, EntryId entry, Holding holding) implements Act {}

    /// Whoever derived from an entry of another dossier says here that its source was recalled there.
    record RecallCarried(EntryId derived, Citation source) implements Act {}

    /// The originator says what is right instead.
    record Correction(EntryId entry, String text) implements Act {}

    /// A holder gives entries to further nodes, as far as their codes allow.
    record Forward(Set<EntryId> entries, Audience recipients) implements Act {
        public Forward {
            entries = ascending(entries);
        }
    }

    /// A holder asks the originator for what the codes forbid.
    record PermissionRequest(Set<EntryId> entries, Audience recipients, Use use, String reason)
            implements Act {
        public PermissionRequest {
            entries = ascending(entries);
        }
    }

    /// The originator grants it, for these entries, recipients and this use, until then.
    record Release(
            EntryId request, Set<EntryId> entries, Audience recipients, Use use, Instant expires)
            implements Act {
        public Release {
            entries = ascending(entries);
            expires = Fields.asSent(expires);
        }
    }

    record ReleaseRefused(EntryId request, String ground) implements Act {}

    record Consent(EntryId to) implements Act {}

    record ConsentWithdrawn(EntryId to) implements Act {}

    /// The author of an entry saw its receipt arrive far from the time that it states.
    record TimeDisputed(EntryId entry, NodeId receiver, Instant stated, Instant seen)
            implements Act {
        public TimeDisputed {
            stated = Fields.asSent(stated);
            seen = Fields.asSent(seen);
        }
    }

    /// A reader tells all members that an entry was void for it.
    record FoundVoid(EntryId entry, VoidReason reason) implements Act {}

    /// Anything else.
    record Other() implements Act {}

    /// What became of a holder's copy.
    sealed interface Holding {
        record Erased() implements Holding {}

        /// It keeps it, as its law demands.
        ///
        /// @param court the court or authority whose law demands it
        record KeptUnderLaw(String ground, String court, Instant review) implements Holding {
            public KeptUnderLaw {
                review = Fields.asSent(review);
            }
        }
    }

    int MOST = 256;
    int MOST_WORDS = 4_000;

    /// The act of a content.
    ///
    /// @throws Malformed when the payload is not what its type prescribes: such an entry is void
    static Act of(Content content) {
        return ActForm.of(content.type())
                .map(form -> form.read(content.payload()))
                .orElse(new Other());
    }

    /// The type under which this act is sent; [Other] has none of its own.
    default String type() {
        return ActForm.of(this).type();
    }

    /// The payload that [#of] reads back.
    default Json.Members payload() {
        return ActForm.of(this).write(this);
    }

    /// The entries that it speaks of, all of which its author must have seen.
    default Set<EntryId> about() {
        return switch (this) {
            case Recall(var entry, _) -> Set.of(entry);
            case RecallAnswer(var recall, var entry, _) -> ascending(List.of(recall, entry));
            case RecallCarried(var derived, _) -> Set.of(derived);
            case Correction(var entry, _) -> Set.of(entry);
            case Forward(var entries, _) -> entries;
            case PermissionRequest(var entries, _, _, _) -> entries;
            case Release(var request, var entries, _, _, _) -> {
                var all = new TreeSet<>(entries);
                all.add(request);
                yield all;
            }
            case ReleaseRefused(var request, _) -> Set.of(request);
            case Consent(var to) -> Set.of(to);
            case ConsentWithdrawn(var to) -> Set.of(to);
            case TimeDisputed(var entry, _, _, _) -> Set.of(entry);
            case FoundVoid(var entry, _) -> Set.of(entry);
            case Other() -> Set.of();
        };
    }

    private static Set<EntryId> ascending(Collection<EntryId> ids) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(ids));
    }
}
