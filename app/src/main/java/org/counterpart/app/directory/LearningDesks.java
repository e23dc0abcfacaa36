package org.counterpart.app.directory;

import org.counterpart.app.access.Acts;
import org.counterpart.app.dossiers.Change;
import org.counterpart.app.dossiers.Peerings;
import org.counterpart.app.dossiers.Projection;
import org.counterpart.app.dossiers.Vault;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Malformed;
import org.counterpart.dossier.NodeId;
import org.counterpart.ledger.Code;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Takes into the directory what peers tell of their desks, as far as the rules of the directory hold.
@Component
class LearningDesks implements Projection {
    private final ObjectProvider<Vault> vaults;
    private final Peerings peerings;
    private final ForeignDesks foreign;
    private final States states;
    private final Acts acts;

    LearningDesks(
            ObjectProvider<Vault> vaults,
            Peerings peerings,
            ForeignDesks foreign,
            States states,
            Acts acts) {
        this.vaults = vaults;
        this.peerings = peerings;
        this.foreign = foreign;
        this.states = states;
        this.acts = acts;
    }

    @Override
    public void apply(List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof Change.Opened(var entry, var content)
                    && content.type().equals(PublishedDesks.TYPE)) {
                author(entry).ifPresent(author -> learn(author, content));
            }
        }
    }

    /// The peer that wrote it: what a node says of desks through others is nothing to us.
    private Optional<NodeId> author(EntryId entry) {
        return vaults.getObject().authorOf(entry).filter(peerings::isInForce);
    }

    private void learn(NodeId author, Content content) {
        var refused = new TreeMap<String, Integer>();
        try {
            for (PublishedDesks.Published desk : PublishedDesks.read(content.payload()).desks()) {
                learn(author, desk)
                        .ifPresent(ground -> refused.merge(ground.code(), 1, Integer::sum));
            }
        } catch (Malformed e) {
            refused.put(DirectoryGround.NOT_UNDERSTOOD.code(), 1);
        }
        refused.forEach((code, count) -> refuse(author, code, count));
    }

    private Optional<DirectoryGround> learn(NodeId author, PublishedDesks.Published desk) {
        if (!desk.isFoundedBy(author)) {
            return Optional.of(DirectoryGround.DESK_SERVED_ELSEWHERE);
        }
        return switch (desk.draft().check(states)) {
            case DeskDraft.Checked.Unsound(var ground) -> Optional.of(ground);
            case DeskDraft.Checked.Sound(var profile) ->
                    foreign.learn(author, desk.id(), profile)
                                    instanceof ForeignDesks.Outcome.Refused(var ground)
                            ? Optional.of(ground)
                            : Optional.empty();
        };
    }

    /// One leaf for each ground, however many desks it meets: a peer names up to a thousand in one entry.
    private void refuse(NodeId author, String code, int count) {
        acts.leave(
                acts.ofNode(author, "desk-refused")
                        .with(new Code("code"), new Code(code))
                        .with(new Code("count"), new Code(Integer.toString(count))));
    }
}
