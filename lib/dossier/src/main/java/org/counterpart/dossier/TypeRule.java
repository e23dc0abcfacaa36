package org.counterpart.dossier;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What is prescribed for types beyond those of [Act], by whoever brings them; an entry that does not keep to it is void
/// in the [Picture].
///
/// It looks at the content alone, so every reader of an entry says the same of it, whatever else it holds.
@FunctionalInterface
public interface TypeRule {
    /// The entries that a content speaks of, all of which its author must have seen; none for a type that is not known
    /// here: that one counts as it stands.
    ///
    /// @throws Malformed when the content is not what its type prescribes
    Set<EntryId> about(Content content);

    /// Knows no further types.
    TypeRule NONE = _ -> Set.of();

    /// What all of these prescribe.
    static TypeRule all(Collection<TypeRule> rules) {
        List<TypeRule> each = List.copyOf(rules);
        return content -> {
            var about = new TreeSet<EntryId>();
            each.forEach(rule -> about.addAll(rule.about(content)));
            return about;
        };
    }
}
