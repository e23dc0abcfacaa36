package org.counterpart.app.dossiers;

import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.NodeId;
import org.counterpart.replication.Store.Envelopes.Invitation;
import org.counterpart.replication.Store.Envelopes.Promise;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Dossiers to which peers invited this node and to which it does not belong yet, in the database.
final class StoredInvitations {
    private final JdbcClient jdbc;

    StoredInvitations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static final String INVITATION =
            """
            select addition, brought_by
              from dossiers.invitation
             where dossier = :dossier
            """;

    Optional<Invitation> of(DossierId dossier) {
        return jdbc.sql(INVITATION)
                .param("dossier", dossier.text())
                .query(
                        (row, _) ->
                                new Invitation(
                                        new EntryId(row.getString("addition")),
                                        new NodeId(row.getString("brought_by"))))
                .optional();
    }

    private static final String INVITE =
            """
            insert into dossiers.invitation (dossier, addition, brought_by, invited_at)
            values (:dossier, :addition, :by, :now)
            on conflict (dossier)
            do update set addition = excluded.addition, brought_by = excluded.brought_by, invited_at = excluded.invited_at,
                          gave_way = invitation.gave_way and invitation.brought_by = excluded.brought_by
            """;

    void invite(DossierId dossier, EntryId addition, NodeId by, Instant now) {
        jdbc.sql(INVITE)
                .param("dossier", dossier.text())
                .param("addition", addition.hex())
                .param("by", by.hex())
                .param("now", Timestamp.from(now))
                .update();
    }

    private static final String KEEP =
            """
            update dossiers.invitation
               set kept = kept + 1
             where dossier = :dossier
            """;

    /// Counts an entry that is kept.
    ///
    /// @return whether it is kept on a promise only
    boolean keep(DossierId dossier) {
        return jdbc.sql(KEEP).param("dossier", dossier.text()).update() > 0;
    }

    private static final String ON_PROMISE =
            """
            select coalesce(sum(kept), 0)
              from dossiers.invitation
             where brought_by = :by
            """;

    long onPromise(NodeId by) {
        return jdbc.sql(ON_PROMISE)
                .param("by", by.hex())
                .query((row, _) -> row.getLong(1))
                .single();
    }

    private static final String LONGEST =
            """
            select dossier, addition, kept
              from dossiers.invitation
             where brought_by = :by
             order by kept desc, dossier
             limit 1
            """;

    Optional<Promise> longest(NodeId by) {
        return jdbc.sql(LONGEST)
                .param("by", by.hex())
                .query(
                        (row, _) ->
                                new Promise(
                                        new DossierId(row.getString("dossier")),
                                        new EntryId(row.getString("addition")),
                                        row.getLong("kept")))
                .optional();
    }

    private static final String GIVE_WAY =
            """
            update dossiers.invitation
               set kept = 0, gave_way = true
             where dossier = :dossier
            """;

    void giveWay(DossierId dossier) {
        jdbc.sql(GIVE_WAY).param("dossier", dossier.text()).update();
    }

    private static final String GAVE_WAY =
            """
            select count(*)
              from dossiers.invitation
             where dossier = :dossier and gave_way
            """;

    boolean gaveWay(DossierId dossier) {
        return jdbc.sql(GAVE_WAY)
                        .param("dossier", dossier.text())
                        .query((row, _) -> row.getLong(1))
                        .single()
                > 0;
    }

    private static final String RECEIVED =
            """
            select id, author
              from dossiers.entry
             where dossier = :dossier
             order by weight, id
            """;

    /// What was kept on the promise stands from now on, and is received.
    List<Change> join(DossierId dossier) {
        end(dossier);
        List<Change> changes =
                new ArrayList<>(
                        jdbc.sql(RECEIVED)
                                .param("dossier", dossier.text())
                                .query(
                                        (row, _) ->
                                                new Change.Received(
                                                        new EntryId(row.getString("id")),
                                                        new NodeId(row.getString("author"))))
                                .list());
        changes.add(new Change.Joined(dossier));
        return changes;
    }

    private static final String END =
            """
            delete from dossiers.invitation
             where dossier = :dossier
            """;

    void end(DossierId dossier) {
        jdbc.sql(END).param("dossier", dossier.text()).update();
    }
}
