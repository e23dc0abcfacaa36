package org.counterpart.app.dossiers;

import org.counterpart.dossier.Clock;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.NodeId;
import org.counterpart.replication.Store;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.SortedSet;

/// How far each peer holds each dossier, as far as it told us.
final class StoredPeers implements Store.Peers {
    private final JdbcClient jdbc;
    private final NodeId self;
    private final Peerings peerings;

    StoredPeers(JdbcClient jdbc, NodeId self, Peerings peerings) {
        this.jdbc = jdbc;
        this.self = self;
        this.peerings = peerings;
    }

    @Override
    public boolean isPeer(NodeId node) {
        return peerings.isInForce(node);
    }

    @Override
    public SortedSet<NodeId> all() {
        return peerings.inForce();
    }

    private static final String KNOWN =
            """
            select clock
              from dossiers.peer_progress
             where peer = :peer and dossier = :dossier
            """;

    @Override
    public Clock known(NodeId peer, DossierId dossier) {
        return jdbc.sql(KNOWN)
                .param("peer", peer.hex())
                .param("dossier", dossier.text())
                .query((row, _) -> StoredEnvelopes.clock(row.getString("clock")))
                .optional()
                .orElse(Clock.NOTHING);
    }

    private static final String KNOWS =
            """
            insert into dossiers.peer_progress (peer, dossier, clock, settled)
            values (:peer, :dossier, :clock, false)
            on conflict (peer, dossier) do update set clock = excluded.clock
            """;

    @Override
    public void knows(NodeId peer, DossierId dossier, Clock clock) {
        jdbc.sql(KNOWS)
                .param("peer", peer.hex())
                .param("dossier", dossier.text())
                .param("clock", StoredEnvelopes.text(clock.json()))
                .update();
    }

    /// A dossier that names the peer and of which nothing is noted yet counts as unsettled. Not one that does not name
    /// us yet: to speak of it would show that we shall be added.
    private static final String UNSETTLED =
            """
            select n.dossier
              from dossiers.named_node n
              join dossiers.named_node ours on ours.dossier = n.dossier and ours.node = :self
              left join dossiers.peer_progress p on p.peer = n.node and p.dossier = n.dossier
             where n.node = :peer and not coalesce(p.settled, false)
             order by random()
             limit :most
            """;

    @Override
    public List<DossierId> unsettled(NodeId peer, int most) {
        return jdbc.sql(UNSETTLED)
                .param("peer", peer.hex())
                .param("self", self.hex())
                .param("most", most)
                .query((row, _) -> new DossierId(row.getString("dossier")))
                .list();
    }

    private static final String SET_SETTLED =
            """
            insert into dossiers.peer_progress (peer, dossier, clock, settled)
            values (:peer, :dossier, '{}', :settled)
            on conflict (peer, dossier) do update set settled = excluded.settled
            """;

    @Override
    public void settle(NodeId peer, DossierId dossier) {
        set(peer, dossier, true);
    }

    @Override
    public void unsettle(NodeId peer, DossierId dossier) {
        set(peer, dossier, false);
    }

    private void set(NodeId peer, DossierId dossier, boolean settled) {
        jdbc.sql(SET_SETTLED)
                .param("peer", peer.hex())
                .param("dossier", dossier.text())
                .param("settled", settled)
                .update();
    }
}
