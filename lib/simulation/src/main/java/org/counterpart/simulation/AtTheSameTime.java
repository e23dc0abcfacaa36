package org.counterpart.simulation;

import org.counterpart.dossier.Act;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Placed;

import java.util.List;
import java.util.Optional;

/// Counts the rows of the table of acts at the same time that a dossier shows at the end: one that never occurs is one
/// that is not held against anything.
final class AtTheSameTime {
    private final Coverage coverage;
    private final Standing standing;
    private final Conclusions conclusions;

    AtTheSameTime(Coverage coverage, Standing standing, Conclusions conclusions) {
        this.coverage = coverage;
        this.standing = standing;
        this.conclusions = conclusions;
    }

    void count() {
        List<Placed> acts =
                standing.entries().stream()
                        .filter(entry -> !(entry.membership() instanceof Membership.Unchanged))
                        .toList();
        for (Placed one : acts) {
            removed(one)
                    .ifPresent(
                            node ->
                                    acts.stream()
                                            .filter(other -> conclusions.atTheSameTime(one, other))
                                            .forEach(other -> removal(one, node, other)));
            if (standing.isOverruled(one) && one.membership() instanceof Membership.Remove) {
                coverage.count(Happening.REMOVAL_OVERRULED);
            }
        }
        conclusions.all().forEach(this::act);
    }

    private static Optional<NodeId> removed(Placed act) {
        return switch (act.membership()) {
            case Membership.Remove(var node, _) -> Optional.of(node);
            case Membership.Leave() -> Optional.of(act.author());
            default -> Optional.empty();
        };
    }

    private void removal(Placed removal, NodeId node, Placed other) {
        if (other.membership() instanceof Membership.Add(var card, _)
                && card.card().node().equals(node)) {
            coverage.count(Happening.ADDED_BESIDE_REMOVAL);
        }
        if (removed(other).filter(node::equals).isPresent()) {
            coverage.count(Happening.REMOVED_TWICE);
        }
        if (other.author().equals(node)
                && other.membership() instanceof Membership.Remove(var back, _)
                && back.equals(removal.author())) {
            coverage.count(Happening.REMOVED_EACH_OTHER);
        }
    }

    private void act(Conclusions.Said one) {
        switch (one.act()) {
            case Act.Recall(var entry, _) -> recall(one, entry);
            case Act.PermissionRequest _ -> request(one.id());
            case Act.Consent(var to) -> {
                if (!conclusions.hasSeen(one, conclusions.withdrawals(one.author(), to))) {
                    coverage.count(Happening.CONSENT_BESIDE_WITHDRAWAL);
                }
            }
            default -> {}
        }
    }

    private void recall(Conclusions.Said recall, EntryId entry) {
        conclusions
                .gifts(entry)
                .filter(gift -> conclusions.atTheSameTime(recall.placed(), gift.placed()))
                .forEach(_ -> coverage.count(Happening.FORWARDED_BESIDE_RECALL));
        if (!conclusions.answers(recall.id(), entry).isEmpty()) {
            coverage.count(Happening.RECALL_ANSWERED);
        }
    }

    private void request(EntryId request) {
        List<Conclusions.Said> refusals = conclusions.refusals(request);
        for (Conclusions.Said release : conclusions.releases(request)) {
            if (refusals.stream()
                    .anyMatch(no -> conclusions.atTheSameTime(release.placed(), no.placed()))) {
                coverage.count(Happening.RELEASED_BESIDE_REFUSAL);
            }
        }
        if (!refusals.isEmpty() && !conclusions.permitting(request).isEmpty()) {
            coverage.count(Happening.RELEASED_AFTER_REFUSAL);
        }
    }
}
