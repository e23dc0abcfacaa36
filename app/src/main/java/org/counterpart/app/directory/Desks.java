package org.counterpart.app.directory;

import org.counterpart.app.node.KeyFile;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.Malformed;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.StateCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// All desks that this node knows, in `directory.desk`. To look one up is free for every area: the directory is no
/// secret among officers; who may see the list on a screen is asked by [ListingDesks].
@Component
public class Desks {
    private final JdbcClient jdbc;
    private final NodeId ourselves;

    Desks(JdbcClient jdbc, KeyFile keys) {
        this.jdbc = jdbc;
        this.ourselves = NodeId.of(keys.signingPublicKey());
    }

    /// A desk on a list, with its place there.
    record Listed(long number, Desk desk) {}

    private static final String OF_ID =
            """
            select number, id, node, salt, state, slug, authority, name, kind, languages, zone
              from directory.desk
             where id = :id
            """;

    /// The desk of that id, also one whose node is no peer at the moment: what was exchanged with it keeps its name.
    public Optional<Desk> known(DeskId id) {
        return jdbc.sql(OF_ID).param("id", id.text()).query((row, _) -> desk(row)).optional();
    }

    private static final String OF_ID_NOW =
            """
            select number, id, node, salt, state, slug, authority, name, kind, languages, zone
              from directory.desk
             where id = :id
               and not out_of_reach
            """;

    /// The desk of that id, when it can be spoken to.
    public Optional<Desk> find(DeskId id) {
        return jdbc.sql(OF_ID_NOW).param("id", id.text()).query((row, _) -> desk(row)).optional();
    }

    /// The one desk that is meant by an id or a handle; our own before others. Two foreign desks of one handle are none:
    /// a question must never go to the wrong one. `@` and the start of the node's id tell them apart.
    public Optional<Desk> named(String idOrHandle) {
        List<Desk> found = allNamed(idOrHandle);
        Optional<Desk> own = found.stream().filter(Desk.Own.class::isInstance).findFirst();
        return own.or(() -> found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty());
    }

    private static final String OF_HANDLE =
            """
            select number, id, node, salt, state, slug, authority, name, kind, languages, zone
              from directory.desk
             where state = :state
               and slug = :slug
               and starts_with(node, :node_start)
               and out_of_reach = :out
             order by number
            """;

    /// Every desk that an id or a handle can mean.
    public List<Desk> allNamed(String idOrHandle) {
        return allNamed(idOrHandle, false);
    }

    /// Whether nothing but a desk is meant to which no peering leads any longer: it was told of, and then a peering was
    /// withdrawn.
    public boolean isOutOfReach(String idOrHandle) {
        return allNamed(idOrHandle, false).isEmpty() && !allNamed(idOrHandle, true).isEmpty();
    }

    private List<Desk> allNamed(String idOrHandle, boolean outOfReach) {
        return Handle.parse(idOrHandle.strip())
                .map(
                        handle ->
                                jdbc.sql(OF_HANDLE)
                                        .param("state", handle.state().letters())
                                        .param("slug", handle.slug())
                                        .param("node_start", handle.nodeStart())
                                        .param("out", outOfReach)
                                        .query((row, _) -> desk(row))
                                        .list())
                .orElseGet(() -> ofIdText(idOrHandle.strip(), outOfReach));
    }

    private List<Desk> ofIdText(String text, boolean outOfReach) {
        try {
            var id = new DeskId(text);
            return (outOfReach ? known(id) : find(id)).stream().toList();
        } catch (Malformed _) {
            return List.of(); // Neither a handle nor an id names a desk.
        }
    }

    private static final String OF_STATE =
            """
            select number, id, node, salt, state, slug, authority, name, kind, languages, zone
              from directory.desk
             where state = :state
               and not out_of_reach
             order by number
            """;

    /// The desks of a state.
    public List<Desk> ofState(StateCode state) {
        return jdbc.sql(OF_STATE)
                .param("state", state.letters())
                .query((row, _) -> desk(row))
                .list();
    }

    private static final String OF_NODE =
            """
            select number, id, node, salt, state, slug, authority, name, kind, languages, zone
              from directory.desk
             where node = :node
             order by number
            """;

    /// The desks that a node serves.
    public List<Desk> ofNode(NodeId node) {
        return jdbc.sql(OF_NODE).param("node", node.hex()).query((row, _) -> desk(row)).list();
    }

    /// The desks that this node serves.
    public List<Desk.Own> own() {
        return jdbc
                .sql(OF_NODE)
                .param("node", ourselves.hex())
                .query((row, _) -> desk(row))
                .list()
                .stream()
                .filter(Desk.Own.class::isInstance)
                .map(Desk.Own.class::cast)
                .toList();
    }

    private static final String PAGE =
            """
            select number, id, node, salt, state, slug, authority, name, kind, languages, zone
              from directory.desk
             where number > :after
               and (:state = '' or state = :state)
               and not out_of_reach
             order by number
             limit :most
            """;

    /// The next ones after a number; of one state, or of all for an empty text.
    List<Listed> after(long number, String state, int most) {
        return jdbc.sql(PAGE)
                .param("after", number)
                .param("state", state)
                .param("most", most)
                .query((row, _) -> new Listed(row.getLong("number"), desk(row)))
                .list();
    }

    private static final String ADD_UNLESS_HANDLE_IS_TAKEN =
            """
            insert into directory.desk (id, node, salt, state, slug, authority, name, kind, languages, zone, added_at)
            values (:id, :node, :salt, :state, :slug, :authority, :name, :kind, :languages, :zone, :now)
            on conflict (node, state, slug) do nothing
            """;

    /// Adds a desk.
    ///
    /// @return false when another desk of the node has the handle
    boolean add(Desk desk, Instant now) {
        String salt = desk instanceof Desk.Own own ? own.salt() : "";
        return statement(ADD_UNLESS_HANDLE_IS_TAKEN, desk)
                        .param("salt", salt)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    private static final String DESCRIBE_ANEW =
            """
            update directory.desk
               set state = :state, slug = :slug, authority = :authority, name = :name, kind = :kind,
                   languages = :languages, zone = :zone
             where id = :id
               and node = :node
            """;

    void describe(Desk desk) {
        statement(DESCRIBE_ANEW, desk).update();
    }

    private static final String REACH =
            """
            update directory.desk
               set out_of_reach = :out
             where node = :node
               and out_of_reach <> :out
            """;

    /// Notes whether the desks of a node can be spoken to.
    ///
    /// @return how many changed
    int reach(NodeId node, boolean can) {
        return jdbc.sql(REACH).param("node", node.hex()).param("out", !can).update();
    }

    NodeId ourselves() {
        return ourselves;
    }

    private JdbcClient.StatementSpec statement(String sql, Desk desk) {
        DeskProfile profile = desk.profile();
        return jdbc.sql(sql)
                .param("id", desk.id().text())
                .param("node", desk.node().hex())
                .param("state", profile.state().letters())
                .param("slug", profile.slug())
                .param("authority", profile.authority())
                .param("name", profile.name())
                .param("kind", profile.kind().code())
                .param("languages", String.join(" ", profile.languages()))
                .param("zone", profile.zone().getId());
    }

    private Desk desk(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        var profile =
                new DeskProfile(
                        new StateCode(row.getString("state")),
                        row.getString("slug"),
                        row.getString("authority"),
                        row.getString("name"),
                        DeskKind.of(kind)
                                .orElseThrow(
                                        () ->
                                                new IllegalStateException(
                                                        "no kind of desk is called " + kind)),
                        List.of(row.getString("languages").split(" ", -1)),
                        ZoneId.of(row.getString("zone")));
        var id = new DeskId(row.getString("id"));
        var node = new NodeId(row.getString("node"));
        return node.equals(ourselves)
                ? new Desk.Own(id, node, profile, row.getString("salt"))
                : new Desk.Foreign(id, node, profile);
    }
}
