package org.counterpart.app.dossiers;

import org.counterpart.app.proof.Leaves;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Writer;
import org.counterpart.ledger.Act;
import org.counterpart.ledger.Code;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Writes a ledger leaf for each change of the vault, with codes and ids only.
///
/// What a peer brings that is refused is named one by one only up to a number a minute; more is counted, so that nobody
/// can fill the ledger of another.
final class VaultLeaves {
    static final int NAMED_A_MINUTE = 60;

    private final Leaves leaves;
    private final NodeId self;
    private final InstantSource clock;
    private final Map<NodeId, Integer> reported = new TreeMap<>();
    private Instant minute = Instant.MIN;

    VaultLeaves(Leaves leaves, NodeId self, InstantSource clock) {
        this.leaves = leaves;
        this.self = self;
        this.clock = clock;
    }

    void write(List<Change> changes) {
        Instant now = clock.instant();
        Set<EntryId> own = new TreeSet<>();
        for (Change change : changes) {
            if (change instanceof Change.Placed(var entry) && entry.author().equals(self)) {
                own.add(entry.id());
            } else if (change instanceof Change.Opened(var entry, var content)
                    && own.contains(entry)) {
                leaves.add(made(entry, content, now));
            } else if (change instanceof Change.Reported(var report)
                    && !isNamed(report.broughtBy(), now)) {
                leaves.refusedStranger(new Code(report.code()));
            } else {
                act(change, now).ifPresent(leaves::add);
            }
        }
    }

    private synchronized boolean isNamed(NodeId peer, Instant now) {
        Instant begun = now.truncatedTo(ChronoUnit.MINUTES);
        if (!begun.equals(minute)) {
            minute = begun;
            reported.clear();
        }
        return reported.merge(peer, 1, Integer::sum) <= NAMED_A_MINUTE;
    }

    /// An entry of our own names the desk that spoke.
    private Act made(EntryId entry, Content content, Instant now) {
        Act.Actor actor =
                switch (content.writer()) {
                    case Writer.Desk(var desk, var role) ->
                            new Act.Actor.Desk(new Code(desk.text()), new Code(role));
                    case Writer.Node() -> new Act.Actor.Node(new Code(self.hex()));
                };
        return Act.of(new Code("entry-made"), now, actor)
                .about(new Code(entry.hex()))
                .with(new Code("type"), new Code(content.type()));
    }

    /// Of what may be forgotten again there is no leaf: an invitation that comes to nothing fills no ledger.
    private Optional<Act> act(Change change, Instant now) {
        return switch (change) {
            case Change.KeptOnPromise _, Change.Joined _ -> Optional.empty();
            case Change.Placed(var entry) -> Optional.of(received(entry.id(), entry.author(), now));
            case Change.Received(var entry, var author) ->
                    Optional.of(received(entry, author, now));
            case Change.Opened(var entry, var content) ->
                    Optional.of(
                            by(self, "content-kept", entry, now)
                                    .with(new Code("type"), new Code(content.type())));
            case Change.FoundVoid(var entry, var reason) ->
                    Optional.of(
                            by(self, "found-void", entry, now)
                                    .with(new Code("code"), new Code(reason.code())));
            case Change.Signed(var receipt) ->
                    Optional.of(by(receipt.by(), "receipt", receipt.entry(), now));
            case Change.Erased(var entry) -> Optional.of(by(self, "erased", entry, now));
            case Change.Reported(var report) ->
                    Optional.of(
                            Act.of(new Code("refused"), now, node(report.broughtBy()))
                                    .about(new Code(report.subject()))
                                    .with(new Code("code"), new Code(report.code())));
        };
    }

    private static Act received(EntryId entry, NodeId author, Instant now) {
        return by(author, "entry-received", entry, now);
    }

    private static Act by(NodeId node, String kind, EntryId entry, Instant now) {
        return Act.of(new Code(kind), now, node(node)).about(new Code(entry.hex()));
    }

    private static Act.Actor node(NodeId node) {
        return new Act.Actor.Node(new Code(node.hex()));
    }
}
