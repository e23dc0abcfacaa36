package org.counterpart.app.dossiers;

import org.counterpart.dossier.Audience;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Picture;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// To which desks the forwards and releases of a dossier give its entries, as far as this node believes them.
///
/// Which of its own desks may know what it wrote, or what was addressed to it, is for a node itself or for the author
/// to say: no third one opens an entry to another desk of the same state by naming it in a forward. An entry that this node
/// holds only because it was given on was opened under a gift: whoever made that had it to give, and speaks for it as the
/// author would. Any other may name entries that it never held; its word opens nothing here.
final class Gifts {
    private final Picture picture;
    private final NodeId self;
    private final Map<EntryId, EntryId> given;
    private final SortedMap<EntryId, Picture.Line> lines = new TreeMap<>();

    /// @param given what was given on to this node, with the forward or release under which it was opened
    Gifts(Picture picture, NodeId self, Map<EntryId, EntryId> given) {
        this.picture = picture;
        this.self = self;
        this.given = given;
        picture.lines().forEach(line -> lines.put(line.id(), line));
    }

    /// The same picture with what counts on this node.
    Picture counted() {
        var counting = new TreeMap<EntryId, List<Picture.Gift>>();
        picture.gifts()
                .forEach(
                        (entry, gifts) ->
                                held(entry)
                                        .ifPresent(
                                                content ->
                                                        counting.put(
                                                                entry,
                                                                counting(entry, content, gifts))));
        return picture.withGifts(counting);
    }

    private Optional<Content> held(EntryId entry) {
        return Optional.ofNullable(lines.get(entry))
                .flatMap(line -> HeldEntry.of(picture, line))
                .map(HeldEntry::content);
    }

    private List<Picture.Gift> counting(EntryId entry, Content content, List<Picture.Gift> gifts) {
        return gifts.stream()
                .map(
                        gift ->
                                new Picture.Gift(
                                        gift.under(), gift.giver(), counting(entry, content, gift)))
                .toList();
    }

    private Audience counting(EntryId entry, Content content, Picture.Gift gift) {
        Audience counting = Audience.ofNodes(List.of());
        for (var recipient : gift.recipients().desks().entrySet()) {
            if (mayGive(entry, content, gift.giver(), recipient.getKey())) {
                for (DeskId desk : recipient.getValue()) {
                    counting = counting.with(recipient.getKey(), desk);
                }
            }
        }
        return counting;
    }

    private boolean mayGive(EntryId entry, Content content, NodeId giver, NodeId to) {
        boolean byAuthor = author(entry).filter(giver::equals).isPresent();
        if (giver.equals(to) || byAuthor) {
            return true;
        }
        if (content.audience().includes(to) || author(entry).filter(to::equals).isPresent()) {
            return false;
        }
        return !to.equals(self) || gave(giver, entry);
    }

    /// Whether this node opened the entry by what this giver sealed to it.
    private boolean gave(NodeId giver, EntryId entry) {
        return Optional.ofNullable(given.get(entry))
                .flatMap(this::author)
                .filter(giver::equals)
                .isPresent();
    }

    private Optional<NodeId> author(EntryId entry) {
        return Optional.ofNullable(lines.get(entry)).map(line -> line.placed().author());
    }
}
