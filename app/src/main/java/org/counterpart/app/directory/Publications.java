package org.counterpart.app.directory;

import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.NodeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/// The dossiers in which this node tells its peers of its desks, one for each peer.
@Component
class Publications {
    private final JdbcClient jdbc;

    Publications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One of them.
    record Publication(NodeId peer, DossierId dossier) {}

    private static final String TO =
            """
            select dossier
              from directory.publication
             where peer = :peer
            """;

    Optional<DossierId> to(NodeId peer) {
        return jdbc.sql(TO)
                .param("peer", peer.hex())
                .query((row, _) -> new DossierId(row.getString("dossier")))
                .optional();
    }

    private static final String ALL =
            """
            select peer, dossier
              from directory.publication
             order by peer
            """;

    List<Publication> all() {
        return jdbc.sql(ALL)
                .query(
                        (row, _) ->
                                new Publication(
                                        new NodeId(row.getString("peer")),
                                        new DossierId(row.getString("dossier"))))
                .list();
    }

    private static final String KEEP =
            """
            insert into directory.publication (peer, dossier)
            values (:peer, :dossier)
            """;

    void keep(NodeId peer, DossierId dossier) {
        jdbc.sql(KEEP).param("peer", peer.hex()).param("dossier", dossier.text()).update();
    }
}
