package org.counterpart.app.dossiers;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.counterpart.dossier.Clock;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.NodeId;
import org.counterpart.replication.Store.Envelopes.Invitation;
import org.counterpart.replication.Store.Envelopes.Promise;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
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

    private static final String INVITATIONS =
            """
            select addition, brought_by, brought
              from dossiers.invitation
             where dossier = :dossier
             order by brought_by
            """;

    List<Invitation> of(DossierId dossier) {
        return jdbc.sql(INVITATIONS)
                .param("dossier", dossier.text())
                .query(StoredInvitations::invitation)
                .list();
    }

    private static Invitation invitation(ResultSet row, int number) throws SQLException {
        return new Invitation(
                new EntryId(row.getString("addition")),
                new NodeId(row.getString("brought_by")),
                StoredEnvelopes.clock(row.getString("brought")));
    }

    private static final String INVITE =
            """
            insert into dossiers.invitation (dossier, addition, brought_by, invited_at)
            values (:dossier, :addition, :by, :now)
            on conflict (dossier, brought_by)
            do update set addition = excluded.addition, invited_at = excluded.invited_at
            """;

    void invite(DossierId dossier, EntryId addition, NodeId by, Instant now) {
        jdbc.sql(INVITE)
                .param("dossier", dossier.text())
                .param("addition", addition.hex())
                .param("by", by.hex())
                .param("now", Timestamp.from(now))
                .update();
    }

    private static final String INVITED_BY =
            """
            select count(*)
              from dossiers.invitation
             where brought_by = :by
            """;

    long invitedBy(NodeId by) {
        return jdbc.sql(INVITED_BY)
                .param("by", by.hex())
                .query((row, _) -> row.getLong(1))
                .single();
    }

    private static final String STANDING =
            """
            select exists (select from dossiers.invitation
                            where dossier = :dossier)
            """;

    /// Whether what is held of the dossier is held on promises only.
    boolean standFor(DossierId dossier) {
        return jdbc.sql(STANDING)
                .param("dossier", dossier.text())
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    private static final String BROUGHT =
            """
            update dossiers.invitation
               set kept = kept + :kept, brought = :brought
             where dossier = :dossier and brought_by = :by
            """;

    void brought(DossierId dossier, NodeId by, Clock brought, int kept) {
        jdbc.sql(BROUGHT)
                .param("dossier", dossier.text())
                .param("by", by.hex())
                .param("brought", new String(brought.json().bytes(), UTF_8))
                .param("kept", kept)
                .update();
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

    private static final String HAND_OVER =
            """
            update dossiers.invitation
               set kept = kept + coalesce((select kept
                                             from dossiers.invitation
                                            where dossier = :dossier and brought_by = :by), 0)
             where dossier = :dossier
               and brought_by = (select brought_by
                                   from dossiers.invitation
                                  where dossier = :dossier and brought_by <> :by
                                    and (kept > 0 or not gave_way)
                                  order by gave_way, brought_by
                                  limit 1)
            """;
    private static final String EMPTY =
            """
            update dossiers.invitation
               set kept = 0, brought = '{}'
             where dossier = :dossier
            """;

    /// Counts what a peer brought for another that promises the dossier still.
    ///
    /// @return whether there is none, so that nothing of the dossier is to be kept
    private boolean letGo(DossierId dossier, NodeId by) {
        boolean handedOver =
                jdbc.sql(HAND_OVER).param("dossier", dossier.text()).param("by", by.hex()).update()
                        > 0;
        if (!handedOver) {
            jdbc.sql(EMPTY).param("dossier", dossier.text()).update();
        }
        return !handedOver;
    }

    private static final String GIVE_WAY =
            """
            update dossiers.invitation
               set kept = 0, gave_way = true
             where dossier = :dossier and brought_by = :by
            """;

    /// Notes that the dossier has given way to others of this peer.
    ///
    /// @return whether nobody else promises it, so that nothing of it is to be kept
    boolean giveWay(DossierId dossier, NodeId by) {
        boolean last = letGo(dossier, by);
        jdbc.sql(GIVE_WAY).param("dossier", dossier.text()).param("by", by.hex()).update();
        return last;
    }

    private static final String GAVE_WAY =
            """
            select exists (select from dossiers.invitation
                            where dossier = :dossier and brought_by = :by and gave_way)
            """;

    boolean gaveWay(DossierId dossier, NodeId by) {
        return jdbc.sql(GAVE_WAY)
                .param("dossier", dossier.text())
                .param("by", by.hex())
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    private static final String RECEIVED =
            """
            select id, author
              from dossiers.entry
             where dossier = :dossier
             order by weight, id
            """;
    private static final String END_ALL =
            """
            delete from dossiers.invitation
             where dossier = :dossier
            """;

    /// What was kept on the promises stands from now on, and is received.
    List<Change> join(DossierId dossier) {
        jdbc.sql(END_ALL).param("dossier", dossier.text()).update();
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
             where dossier = :dossier and brought_by = :by
            """;

    /// Ends the invitation of this peer.
    ///
    /// @return whether nobody else promises the dossier, so that nothing of it is to be kept
    boolean end(DossierId dossier, NodeId by) {
        boolean last = letGo(dossier, by);
        jdbc.sql(END).param("dossier", dossier.text()).param("by", by.hex()).update();
        return last;
    }
}
