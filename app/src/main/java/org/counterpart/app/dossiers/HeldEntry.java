package org.counterpart.app.dossiers;

import org.counterpart.app.access.Parties;
import org.counterpart.dossier.Act;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Picture;
import org.counterpart.dossier.Sight;
import org.counterpart.dossier.Writer;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// An entry whose content this node holds, in the picture of its dossier.
public record HeldEntry(Picture picture, Picture.Line line, Content content) {
    /// The entry in a picture; empty when it is closed, void or erased here.
    public static Optional<HeldEntry> in(Picture picture, EntryId entry) {
        return picture.lines().stream()
                .filter(line -> line.id().equals(entry))
                .flatMap(line -> of(picture, line).stream())
                .findFirst();
    }

    static Optional<HeldEntry> of(Picture picture, Picture.Line line) {
        return line.sight() instanceof Sight.Read(Content content)
                ? Optional.of(new HeldEntry(picture, line, content))
                : Optional.empty();
    }

    public EntryId id() {
        return line.id();
    }

    public DossierId dossier() {
        return picture.dossier();
    }

    /// Between which desks of this node it was said, taken from the entry itself.
    ///
    /// Where it was given on by a forward or a release, the desks that those name belong to it. The author's own desk
    /// stands in the audience too, to read what it wrote; but nobody addresses himself. A desk that is named as one of
    /// another node is none of ours, whatever its id.
    public Parties parties(NodeId self) {
        Set<DeskId> authors = authors(self);
        var addressed = new TreeSet<>(concerned(self));
        addressed.removeAll(authors);
        return new Parties(authors, addressed);
    }

    private Set<DeskId> authors(NodeId self) {
        return line.placed().author().equals(self)
                        && content.writer() instanceof Writer.Desk(var desk, _)
                ? Set.of(desk)
                : Set.of();
    }

    /// The desks of a node that wrote or were addressed in a dossier, as far as it is open here.
    public static Set<DeskId> desksTakingPart(Picture picture, NodeId node) {
        var desks = new TreeSet<DeskId>();
        for (Picture.Line line : picture.lines()) {
            of(picture, line).ifPresent(entry -> desks.addAll(entry.desksOf(node)));
        }
        return desks;
    }

    /// The desks of a node that wrote this entry, were addressed by it or given it.
    public Set<DeskId> desksOf(NodeId node) {
        var desks = new TreeSet<DeskId>(at(content.audience(), node));
        gifts().forEach(gift -> desks.addAll(at(gift.recipients(), node)));
        if (line.placed().author().equals(node)
                && content.writer() instanceof Writer.Desk(var desk, _)) {
            desks.add(desk);
        }
        return desks;
    }

    /// Whether these are the desk that wrote it, and nobody else.
    public boolean isBy(Audience audience) {
        return content.writer() instanceof Writer.Desk(var desk, _)
                && audience.equals(Audience.ofNodes(List.of()).with(line.placed().author(), desk));
    }

    /// These, and those who must learn of it whomever its author names: a desk that was given what is taken back here, or
    /// that asked for what is decided here.
    public Set<DeskId> concerned(NodeId node) {
        var desks = new TreeSet<>(desksOf(node));
        if (!line.placed().author().equals(node)) {
            switch (Act.of(content)) {
                case Act.Recall(var entry, _) when picture.recalls().containsKey(id()) ->
                        in(picture, entry).ifPresent(given -> desks.addAll(given.desksOf(node)));
                case Act.Release release -> desks.addAll(asker(release.request(), node));
                case Act.ReleaseRefused refusal -> desks.addAll(asker(refusal.request(), node));
                case Act _ -> {}
            }
        }
        return desks;
    }

    private Set<DeskId> asker(EntryId request, NodeId node) {
        return in(picture, request).map(asked -> asked.authors(node)).orElse(Set.of());
    }

    /// Those of these to whom this entry was neither said nor given; the desk that wrote it knows it.
    public Audience newTo(Audience to) {
        Audience rest = to.without(content.audience());
        for (Picture.Gift gift : gifts()) {
            rest = rest.without(gift.recipients());
        }
        return content.writer() instanceof Writer.Desk(var desk, _)
                ? rest.without(Audience.ofNodes(List.of()).with(line.placed().author(), desk))
                : rest;
    }

    private List<Picture.Gift> gifts() {
        return picture.gifts().getOrDefault(id(), List.of());
    }

    private static Set<DeskId> at(Audience audience, NodeId node) {
        return audience.desks().getOrDefault(node, Collections.emptySortedSet());
    }

    /// Every desk that was given this entry, by node: its audience and whom it was forwarded or released to, as far as
    /// their nodes are members now. Whoever left is told nothing more, and must not keep the others from being told.
    public Audience everybody() {
        Audience all = content.audience();
        for (Picture.Gift gift : gifts()) {
            for (var node : gift.recipients().desks().entrySet()) {
                for (DeskId desk : node.getValue()) {
                    all = all.with(node.getKey(), desk);
                }
            }
        }
        return present(all);
    }

    /// Whom it was said to, as far as they are members now.
    public Audience audienceNow() {
        return present(content.audience());
    }

    /// A node with more desks than an audience may name stands there without any, for all of them.
    private Audience present(Audience audience) {
        var present = new TreeMap<NodeId, SortedSet<DeskId>>();
        audience.desks()
                .forEach(
                        (node, desks) -> {
                            if (picture.members().containsKey(node)) {
                                present.put(
                                        node,
                                        desks.size() > Audience.MAX_DESKS
                                                ? new TreeSet<>()
                                                : desks);
                            }
                        });
        return new Audience(present);
    }
}
