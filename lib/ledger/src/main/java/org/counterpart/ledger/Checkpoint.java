package org.counterpart.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a node states about its log at one moment: so many leaves, with this root.
///
/// The text is a C2SP tlog-checkpoint. Its origin is the log's name and the epoch: after a node was
/// restored from an old backup it must not sign under the same origin a tree that contradicts the
/// one before ("Signatures"). The extension line `time` is the node's own claim.
///
/// @param log name of the log, which is also the name of its key, such as `counterpart/node/<id>`
/// @param epoch how often the node was restored from an older state, counted from 0
/// @param size number of leaves
/// @param root Merkle tree hash of those leaves
/// @param at when it was signed, whole milliseconds
public record Checkpoint(String log, long epoch, long size, Hash root, Instant at) {
    private static final Pattern FORM =
            Pattern.compile(
                    """
                    (?<log>[!-~]+)/(?<epoch>0|[1-9][0-9]{0,15})
                    (?<size>0|[1-9][0-9]{0,17})
                    (?<root>[A-Za-z0-9+/]{43}=)
                    time (?<time>0|[1-9][0-9]{0,15})
                    """);

    /// The four lines that a log signs.
    String text() {
        String hash = StrictBase64.encode(root.bytes());
        return "%s/%d\n%d\n%s\ntime %d\n".formatted(log, epoch, size, hash, at.toEpochMilli());
    }

    /// Whether a log may show this checkpoint after that one: nothing shrinks, something grows.
    boolean follows(Checkpoint before) {
        boolean shrinks =
                size < before.size() || epoch < before.epoch() || at.isBefore(before.at());
        boolean repeats = size == before.size() && at.equals(before.at());
        return !shrinks && !repeats;
    }

    static Optional<Checkpoint> parse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Checkpoint(
                            match.group("log"),
                            Long.parseLong(match.group("epoch")),
                            Long.parseLong(match.group("size")),
                            Hash.of(StrictBase64.decode(match.group("root"))),
                            Instant.ofEpochMilli(Long.parseLong(match.group("time")))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
