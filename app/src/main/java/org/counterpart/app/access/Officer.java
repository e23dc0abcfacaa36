package org.counterpart.app.access;

import org.counterpart.dossier.DeskId;

import java.util.Optional;

/// Somebody who is let in: the holder of a live token, in a role. A revoked officer is never one of these.
/// A use case that only a desk can have asks for [OfDesk], and the web edge refuses others before it is called.
public sealed interface Officer {
    OfficerId id();

    OfficerName name();

    Label label();

    Post post();

    default Role role() {
        return post().role();
    }

    /// The desk that is served; use [OfDesk#at] where there must be one.
    default Optional<DeskId> desk() {
        return post().desk();
    }

    static Officer of(OfficerId id, OfficerName name, Label label, Post post) {
        return switch (post) {
            case Post.OfDesk ofDesk -> new OfDesk(id, name, label, ofDesk);
            case Post.OfNode ofNode -> new OfNode(id, name, label, ofNode);
        };
    }

    /// An officer who speaks for a desk or reads for it.
    record OfDesk(OfficerId id, OfficerName name, Label label, Post.OfDesk post)
            implements Officer {
        /// The desk.
        public DeskId at() {
            return post.at();
        }
    }

    /// An operator or oversight: nobody who opens content.
    record OfNode(OfficerId id, OfficerName name, Label label, Post.OfNode post)
            implements Officer {}
}
