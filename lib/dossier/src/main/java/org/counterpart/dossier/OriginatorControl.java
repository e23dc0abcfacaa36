package org.counterpart.dossier;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The one place that decides what may be done with an entry: read, forward, court use, export.
///
/// A restriction is never lifted in general. What the codes forbid, each originator may release for named entries,
/// recipients, one use and a time (STANDARDS 4.6: originator control, third-party rule, prior consent); of an
/// entry that rests on others', every originator must. This binds an honest node and shows up another; no software
/// can take back what a corrupt holder has read.
public final class OriginatorControl {
    /// What the holder's node knows of entries of its own in other dossiers.
    public interface Elsewhere {
        /// Who at this node wrote the entry; empty where its content is not held any longer.
        Optional<Writer> writerOf(EntryId entry);
    }

    private final List<HandlingRule> rules = HandlingRule.ALL;
    private final Elsewhere elsewhere;

    public OriginatorControl(Elsewhere elsewhere) {
        this.elsewhere = elsewhere;
    }

    /// Decides a wish about an entry as the picture shows it.
    ///
    /// A desk needs nobody's leave for what it wrote itself, only its own word that it has not taken it back. Another desk
    /// of the same node is bound like any other: another agency of the same state is a third party (STANDARDS 4.6).
    public Ruling rule(Picture.Line line, Content content, Wish wish, Picture picture) {
        var item = new Item(line, content, picture, wish, elsewhere);
        Set<EntryId> ofOthers = item.ofOthers();
        if (ofOthers.isEmpty()) {
            return HandlingRule.FOR_EVERYBODY.stream()
                    .flatMap(rule -> rule.forbids(item).stream())
                    .findFirst()
                    .<Ruling>map(ground -> new Ruling.Blocked(List.of(ground)))
                    .orElse(new Ruling.Allowed(Set.of(Ruling.Permit.OWN_ENTRY)));
        }
        var grounds = new ArrayList<HandlingGround>();
        boolean needed = false;
        for (HandlingRule rule : rules) {
            var ground = rule.forbids(item);
            if (ground.isEmpty()) {
                continue;
            }
            if (ground.get().originatorMayRelease() && isReleased(ofOthers, item)) {
                needed = true;
            } else {
                grounds.add(ground.get());
            }
        }
        if (!grounds.isEmpty()) {
            return new Ruling.Blocked(grounds);
        }
        return new Ruling.Allowed(
                Set.of(needed ? Ruling.Permit.RELEASED : Ruling.Permit.CODES_ALLOW));
    }

    /// Whether the entry itself and all that it rests on and that is not the holder's own is released for this.
    private static boolean isReleased(Set<EntryId> ofOthers, Item item) {
        return ofOthers.stream()
                .allMatch(
                        entry ->
                                releases(item.picture())
                                        .anyMatch(release -> covers(release, entry, item.wish())));
    }

    private static Stream<Act.Release> releases(Picture picture) {
        return picture.permissions().values().stream()
                .filter(Picture.Permission.Granted.class::isInstance)
                .flatMap(granted -> ((Picture.Permission.Granted) granted).releases().stream());
    }

    private static boolean covers(Act.Release release, EntryId entry, Wish wish) {
        Audience to =
                wish.use() == Use.FORWARD
                        ? wish.recipients()
                        : Audience.ofNodes(List.of()).with(wish.node(), wish.desk());
        return release.use() == wish.use()
                && release.entries().contains(entry)
                && release.recipients().covers(to)
                && wish.now().isBefore(release.expires());
    }

    /// What the rules look at.
    record Item(
            Picture.Line line, Content content, Picture picture, Wish wish, Elsewhere elsewhere) {
        Handling handling() {
            return content.handling();
        }

        private boolean isOwn(Writer writer) {
            return switch (writer) {
                case Writer.Desk(var desk, _) -> desk.equals(wish.desk());
                case Writer.Node() -> true;
            };
        }

        /// A citation names the node that wrote its source. Which of its desks did, the source tells where it is held, here or in
        /// another dossier; one that is erased is taken to be the holder's.
        private boolean isOwn(Citation source) {
            return source.originator().equals(wish.node())
                    && writerOf(source.entry()).filter(writer -> !isOwn(writer)).isEmpty();
        }

        private Optional<Writer> writerOf(EntryId entry) {
            return picture.lines().stream()
                    .filter(other -> other.id().equals(entry))
                    .findFirst()
                    .map(Item::writerOf)
                    .orElseGet(() -> elsewhere.writerOf(entry));
        }

        private static Optional<Writer> writerOf(Picture.Line line) {
            return line.sight() instanceof Sight.Read(var written)
                    ? Optional.of(written.writer())
                    : Optional.empty();
        }

        /// The entry and all that it rests on, as far as they are others': each needs its originator's release.
        Set<EntryId> ofOthers() {
            var entries = new LinkedHashSet<EntryId>();
            if (!line.placed().author().equals(wish.node()) || !isOwn(content.writer())) {
                entries.add(line.id());
            }
            all().stream()
                    .filter(source -> !isOwn(source))
                    .forEach(source -> entries.add(source.entry()));
            return entries;
        }

        /// The sources and the sources of those that are open here, each once: what is derived again is not free of what it
        /// was first derived from.
        private Set<Citation> all() {
            var all = new LinkedHashSet<Citation>(content.sources());
            var next = new ArrayDeque<Citation>(all);
            while (!next.isEmpty()) {
                EntryId entry = next.remove().entry();
                picture.lines().stream()
                        .filter(other -> other.id().equals(entry))
                        .map(Picture.Line::sight)
                        .filter(Sight.Read.class::isInstance)
                        .flatMap(sight -> ((Sight.Read) sight).content().sources().stream())
                        .filter(all::add)
                        .forEach(next::add);
            }
            return all;
        }

        Instant now() {
            return wish.now();
        }

        /// Whether this holder has answered a recall by keeping its copy under its law.
        boolean isKeptUnderLaw() {
            return picture.recalls().values().stream()
                    .filter(recall -> recall.entry().equals(line.id()))
                    .anyMatch(
                            recall ->
                                    recall.answers().get(wish.node())
                                            instanceof Act.Holding.KeptUnderLaw);
        }
    }
}
