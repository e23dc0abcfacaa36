package org.counterpart.app.federation;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.counterpart.app.dossiers.Peerings;
import org.counterpart.dossier.CanonicalJson;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.SignedCard;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// The peers of this node.
@Component
class Peers implements Peerings {
    private static final String COLUMNS =
            "card, via, accepted, phoned, accepts_us, told_serial, told_accepts, last_spoke,"
                    + " failing_from, failure";

    private final JdbcClient jdbc;

    Peers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static Peer peer(ResultSet row, int number) throws SQLException {
        return new Peer(
                SignedCard.read(CanonicalJson.readObject(row.getString("card").getBytes(UTF_8))),
                Optional.ofNullable(row.getString("via")),
                row.getBoolean("accepted"),
                row.getBoolean("phoned"),
                row.getBoolean("accepts_us"),
                new Peer.Told(row.getLong("told_serial"), row.getBoolean("told_accepts")),
                new Peer.Health(
                        Optional.ofNullable(row.getTimestamp("last_spoke"))
                                .map(Timestamp::toInstant),
                        Optional.ofNullable(row.getTimestamp("failing_from"))
                                .map(Timestamp::toInstant),
                        Optional.ofNullable(row.getString("failure"))));
    }

    List<Peer> list() {
        return jdbc.sql("select " + COLUMNS + " from federation.peer order by state, node")
                .query(Peers::peer)
                .list();
    }

    Optional<Peer> find(NodeId node) {
        return jdbc.sql("select " + COLUMNS + " from federation.peer where node = :node")
                .param("node", node.hex())
                .query(Peers::peer)
                .optional();
    }

    /// The same, held until the transaction ends: two who change it take turns.
    Optional<Peer> lock(NodeId node) {
        return jdbc.sql("select " + COLUMNS + " from federation.peer where node = :node for update")
                .param("node", node.hex())
                .query(Peers::peer)
                .optional();
    }

    private static final String IN_FORCE =
            """
            select count(*)
              from federation.peer
             where node = :node and accepted and accepts_us
            """;

    @Override
    public boolean isInForce(NodeId node) {
        return count(IN_FORCE, node) > 0;
    }

    private static final String PHONED =
            """
            select count(*)
              from federation.peer
             where node = :node and phoned
            """;

    @Override
    public boolean isPhoned(NodeId node) {
        return count(PHONED, node) > 0;
    }

    private long count(String statement, NodeId node) {
        return jdbc.sql(statement)
                .param("node", node.hex())
                .query((row, _) -> row.getLong(1))
                .single();
    }

    @Override
    public Optional<SignedCard> card(NodeId node) {
        return find(node).filter(Peer::isInForce).map(Peer::card);
    }

    private static final String ALL_IN_FORCE =
            """
            select node
              from federation.peer
             where accepted and accepts_us
            """;

    @Override
    public SortedSet<NodeId> inForce() {
        return new TreeSet<>(
                jdbc.sql(ALL_IN_FORCE).query((row, _) -> new NodeId(row.getString("node"))).list());
    }

    private static final String KEEP_CARD =
            """
            insert into federation.peer (node, state, card, added_at)
            values (:node, :state, :card, :now)
            on conflict (node) do update set card = excluded.card, state = excluded.state
            """;

    void keepCard(SignedCard card, Instant now) {
        jdbc.sql(KEEP_CARD)
                .param("node", card.card().node().hex())
                .param("state", card.card().state().letters())
                .param("card", new String(card.json().bytes(), UTF_8))
                .param("now", Timestamp.from(now))
                .update();
    }

    private static final String REACH =
            """
            update federation.peer
               set via = :via
             where node = :node
            """;

    /// Where our operator wants this node to be called, in place of what its card says.
    void reach(NodeId node, String via) {
        jdbc.sql(REACH).param("node", node.hex()).param("via", via).update();
    }

    private static final String REACH_AS_CARD_SAYS =
            """
            update federation.peer
               set via = null
             where node = :node
            """;

    void reachAsItsCardSays(NodeId node) {
        jdbc.sql(REACH_AS_CARD_SAYS).param("node", node.hex()).update();
    }

    private static final String DECIDE =
            """
            update federation.peer
               set accepted = :accepted, phoned = :phoned,
                   heard_number = case when :accepted then 0 else heard_number end
             where node = :node
            """;

    /// With a new acceptance the numbers of hellos begin anew: whoever had the other's key for a day must not silence it.
    void decide(NodeId node, boolean accepted, boolean phoned) {
        jdbc.sql(DECIDE)
                .param("node", node.hex())
                .param("accepted", accepted)
                .param("phoned", phoned)
                .update();
    }

    private static final String HEAR =
            """
            update federation.peer
               set accepts_us = :accepts
             where node = :node
            """;

    void hear(NodeId node, boolean acceptsUs) {
        jdbc.sql(HEAR).param("node", node.hex()).param("accepts", acceptsUs).update();
    }

    private static final String NEXT_NUMBER =
            """
            update federation.peer
               set said_number = greatest(said_number + 1, :now)
             where node = :node
            returning said_number, accepted
            """;

    /// A decision and the number under which it is said, read together: no older decision gets a newer number.
    record Word(long number, boolean accepts) {}

    /// The number of the next hello to a node. It follows the clock where that runs ahead, so that a node whose database
    /// was restored from a copy is not taken for a replay of itself.
    Word nextWord(NodeId node, Instant now) {
        return jdbc.sql(NEXT_NUMBER)
                .param("node", node.hex())
                .param("now", now.toEpochMilli())
                .query((row, _) -> new Word(row.getLong(1), row.getBoolean(2)))
                .single();
    }

    private static final String HEARD_NUMBER =
            """
            update federation.peer
               set heard_number = :number
             where node = :node and heard_number < :number
            """;

    /// Notes the number of a hello.
    ///
    /// @return false when one with this number or a greater one was heard before
    boolean isNews(NodeId node, long number) {
        return jdbc.sql(HEARD_NUMBER).param("node", node.hex()).param("number", number).update()
                > 0;
    }

    private static final String TOLD =
            """
            update federation.peer
               set told_serial = :serial, told_accepts = :accepts
             where node = :node
            """;

    void told(NodeId node, long serial, boolean accepts) {
        jdbc.sql(TOLD)
                .param("node", node.hex())
                .param("serial", serial)
                .param("accepts", accepts)
                .update();
    }

    private static final String SPOKE =
            """
            update federation.peer
               set last_spoke = :now, failing_from = null, failure = null
             where node = :node
            """;

    void spoke(NodeId node, Instant now) {
        jdbc.sql(SPOKE).param("node", node.hex()).param("now", Timestamp.from(now)).update();
    }

    private static final String FAILED =
            """
            update federation.peer
               set failing_from = coalesce(failing_from, :now), failure = :code
             where node = :node
            """;

    void failed(NodeId node, String code, Instant now) {
        jdbc.sql(FAILED)
                .param("node", node.hex())
                .param("code", code)
                .param("now", Timestamp.from(now))
                .update();
    }
}
