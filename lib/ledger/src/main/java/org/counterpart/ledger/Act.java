package org.counterpart.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What happened on a node: an entry made, a page read, an export, a refusal, a sign-in.
///
/// Areas bring their own kinds and details. Every value is a [Code], a time or a hash; what an act
/// is about lies elsewhere and is bound to the leaf by its salted hash ([#covering]).
///
/// @param kind what was done, such as `entry-made`, `read`, `exported`, `refused`, `restored`
/// @param claimedAt when, as the clock of the node had it; whole milliseconds, 1970 or later
/// @param actor who did it
/// @param detail what else must be known, at most 32 values; `subject` and `content` are taken
public record Act(Code kind, Instant claimedAt, Actor actor, SortedMap<Code, Code> detail) {
    private static final Code SUBJECT = new Code("subject");
    private static final Code CONTENT = new Code("content");
    private static final int MOST_DETAILS = 32;
    private static final long MOST_MILLIS = (1L << 53) - 1;

    /// Who acted. The ids are opaque: only the node's own tables say who stands behind one.
    public sealed interface Actor {
        /// A desk, in one of its roles.
        record Desk(Code desk, Code role) implements Actor {}

        /// A node, ours or a peer, without a person.
        record Node(Code node) implements Actor {}

        /// A caller who did not say who it is, or could not show it.
        record Unknown() implements Actor {}
    }

    /// Cuts the time to milliseconds; too many details or a time outside 0 to 2^53 - 1 ms is a
    /// [LedgerMisuse.OutOfRange], a `content` that is no hash a [LedgerMisuse.NotACode].
    public Act {
        claimedAt = claimedAt.truncatedTo(ChronoUnit.MILLIS);
        detail = Collections.unmodifiableSortedMap(new TreeMap<>(detail));
        LedgerMisuse.OutOfRange.check("the time", claimedAt.toEpochMilli(), 0, MOST_MILLIS);
        LedgerMisuse.OutOfRange.check("the count of details", detail.size(), 0, MOST_DETAILS);
        Code content = detail.get(CONTENT);
        if (content != null && !content.value().matches("[0-9a-f]{64}")) {
            throw new LedgerMisuse.NotACode(content.value());
        }
    }

    /// An act without subject, content or details.
    public static Act of(Code kind, Instant claimedAt, Actor actor) {
        return new Act(kind, claimedAt, actor, new TreeMap<>());
    }

    /// The same act, about one thing, such as an entry.
    public Act about(Code subject) {
        return with(SUBJECT, subject);
    }

    /// The same act, bound to content kept elsewhere: `contentHash` is [Salt#hash] of that content
    /// under a salt of its own, so that both can be erased.
    public Act covering(Hash contentHash) {
        return with(CONTENT, new Code(contentHash.hex()));
    }

    /// The same act with one detail added or replaced.
    public Act with(Code key, Code value) {
        var more = new TreeMap<>(detail);
        more.put(key, value);
        return new Act(kind, claimedAt, actor, more);
    }

    /// What the act is about.
    public Optional<Code> subject() {
        return Optional.ofNullable(detail.get(SUBJECT));
    }

    /// The salted hash of the content that the act covers.
    public Optional<Hash> contentHash() {
        return Optional.ofNullable(detail.get(CONTENT)).map(code -> Hash.parse(code.value()));
    }

    /// The canonical text (RFC 8785), ASCII only: what the leaf hash covers and what a node stores.
    public String json() {
        return ActJson.write(this);
    }

    /// The act whose canonical text this is, byte for byte; empty for any other text.
    public static Optional<Act> parse(String json) {
        return ActJson.read(json);
    }
}
