package org.counterpart.app.dossiers;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.counterpart.dossier.CanonicalJson;
import org.counterpart.dossier.Clock;
import org.counterpart.dossier.Codes;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.EnvelopeRefusal;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.SignedCard;
import org.counterpart.dossier.SignedEnvelope;
import org.counterpart.replication.Store;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The envelopes of all dossiers in the database.
final class StoredEnvelopes implements Store.Envelopes {
    private final JdbcClient jdbc;
    private final Instant now;
    private final Changes changes;
    private final StoredInvitations invitations;
    private final KnownEnvelopes known = new KnownEnvelopes();
    private final StoredNumbers numbers;

    StoredEnvelopes(JdbcClient jdbc, Instant now, Changes changes) {
        this.jdbc = jdbc;
        this.now = now;
        this.changes = changes;
        this.invitations = new StoredInvitations(jdbc);
        this.numbers = new StoredNumbers(jdbc, known);
    }

    /// The identity is the hash of the envelope, so a row that was changed does not have it.
    static Placed placed(ResultSet row, int number) throws SQLException {
        SignedEnvelope signed =
                SignedEnvelope.read(
                        CanonicalJson.readLoosely(row.getString("envelope").getBytes(UTF_8)));
        String id = row.getString("id");
        if (!signed.id().hex().equals(id)) {
            throw new VaultDamaged("the envelope of entry " + id + " was changed in the database");
        }
        return new Placed(signed, clock(row.getString("clock")));
    }

    static Clock clock(String json) {
        return Clock.read(CanonicalJson.readObject(json.getBytes(UTF_8)));
    }

    static String text(Json json) {
        return new String(json.bytes(), UTF_8);
    }

    private static final String FIND =
            """
            select id, envelope, clock
              from dossiers.entry
             where id = :id
            """;
    private static final String LIGHTER =
            """
            select id, envelope, clock
              from dossiers.entry
             where dossier = :dossier and (weight, id) < (:weight, :id)
             order by weight desc, id desc
             limit :most
            """;
    private static final String HEAVIER =
            """
            select id, envelope, clock
              from dossiers.entry
             where dossier = :dossier and (weight, id) > (:weight, :id)
             order by weight, id
             limit :most
            """;

    @Override
    public Optional<Placed> find(EntryId id) {
        return known.find(
                id,
                () ->
                        jdbc.sql(FIND)
                                .param("id", id.hex())
                                .query(StoredEnvelopes::placed)
                                .optional(),
                this::near);
    }

    private List<Placed> near(Placed entry, boolean lighter, int most) {
        return jdbc.sql(lighter ? LIGHTER : HEAVIER)
                .param("dossier", entry.dossier().text())
                .param("weight", entry.clock().weight())
                .param("id", entry.id().hex())
                .param("most", most)
                .query(StoredEnvelopes::placed)
                .list();
    }

    private static final String MEMBERSHIP =
            """
            select id, envelope, clock
              from dossiers.entry
             where dossier = :dossier and membership
            """;

    @Override
    public List<Placed> membership(DossierId dossier) {
        return known.membership(
                dossier,
                () ->
                        jdbc.sql(MEMBERSHIP)
                                .param("dossier", dossier.text())
                                .query(StoredEnvelopes::placed)
                                .list());
    }

    @Override
    public List<Placed> written(DossierId dossier, NodeId author, long sequence) {
        return numbers.written(dossier, author, sequence);
    }

    @Override
    public boolean hasTwoHistories(DossierId dossier, NodeId author) {
        return numbers.hasTwoHistories(dossier, author);
    }

    @Override
    public List<Placed> doubled(DossierId dossier, NodeId author) {
        return numbers.doubled(dossier, author);
    }

    private static final String REFUSAL =
            """
            select ground
              from dossiers.refused_envelope
             where entry = :entry
            """;

    @Override
    public Optional<EnvelopeRefusal> refusal(EntryId id) {
        return jdbc.sql(REFUSAL)
                .param("entry", id.hex())
                .query((row, _) -> Codes.of(EnvelopeRefusal.class, row.getString("ground")))
                .optional();
    }

    private static final String HEADS =
            """
            select entry
              from dossiers.head
             where dossier = :dossier
            """;

    @Override
    public SortedSet<EntryId> heads(DossierId dossier) {
        return new TreeSet<>(
                jdbc.sql(HEADS)
                        .param("dossier", dossier.text())
                        .query((row, _) -> new EntryId(row.getString("entry")))
                        .list());
    }

    private static final String CLOCK =
            """
            select author, sequence
              from dossiers.progress
             where dossier = :dossier
            """;

    @Override
    public Clock clock(DossierId dossier) {
        var seen = new TreeMap<NodeId, Long>();
        jdbc.sql(CLOCK)
                .param("dossier", dossier.text())
                .query(
                        row -> {
                            seen.put(new NodeId(row.getString("author")), row.getLong("sequence"));
                        });
        return new Clock(seen);
    }

    private static final String BEYOND =
            """
            select e.id, e.envelope, e.clock
              from dossiers.entry e
              left join json_each_text(cast(:clock as json)) as known (author, sequence)
                on known.author = e.author
             where e.dossier = :dossier
               and e.sequence > coalesce(cast(known.sequence as bigint), 0)
             order by e.weight, e.id
             limit :most
            """;

    @Override
    public List<Placed> beyond(DossierId dossier, Clock clock, int most) {
        return jdbc.sql(BEYOND)
                .param("dossier", dossier.text())
                .param("clock", text(clock.json()))
                .param("most", most)
                .query(StoredEnvelopes::placed)
                .list();
    }

    private static final String BETWEEN =
            """
            select e.id, e.envelope, e.clock
              from dossiers.entry e
              join json_each_text(cast(:reach as json)) as seen (author, sequence)
                on seen.author = e.author
              left join json_each_text(cast(:beyond as json)) as known (author, sequence)
                on known.author = e.author
             where e.dossier = :dossier
               and e.sequence > coalesce(cast(known.sequence as bigint), 0)
               and e.sequence <= cast(seen.sequence as bigint)
             order by e.weight, e.id
             limit :most
            """;

    @Override
    public List<Placed> between(DossierId dossier, Clock beyond, Clock reach, int most) {
        return jdbc.sql(BETWEEN)
                .param("dossier", dossier.text())
                .param("beyond", text(beyond.json()))
                .param("reach", text(reach.json()))
                .param("most", most)
                .query(StoredEnvelopes::placed)
                .list();
    }

    private static final String PLACE =
            """
            insert into dossiers.entry
                   (id, dossier, author, sequence, weight, membership, envelope, clock, placed_at)
            values (:id, :dossier, :author, :sequence, :weight, :membership, :envelope, :clock, :now)
            """;
    private static final String NO_LONGER_HEADS =
            """
            delete from dossiers.head
             where dossier = :dossier and entry in (:parents)
            """;
    private static final String NEW_HEAD =
            """
            insert into dossiers.head (dossier, entry)
            values (:dossier, :id)
            """;
    private static final String ADVANCE =
            """
            insert into dossiers.progress (dossier, author, sequence)
            values (:dossier, :author, :sequence)
            on conflict (dossier, author)
            do update set sequence = greatest(dossiers.progress.sequence, excluded.sequence)
            """;
    private static final String NAME_NODE =
            """
            insert into dossiers.named_node (dossier, node)
            values (:dossier, :node)
            on conflict do nothing
            """;

    /// A new entry is always a head: nothing that has seen it can have been placed before it.
    @Override
    public void place(Placed entry) {
        boolean membership = !(entry.membership() instanceof Membership.Unchanged);
        jdbc.sql(PLACE)
                .param("id", entry.id().hex())
                .param("dossier", entry.dossier().text())
                .param("author", entry.author().hex())
                .param("sequence", entry.sequence())
                .param("weight", entry.clock().weight())
                .param("membership", membership)
                .param("envelope", text(entry.signed().json()))
                .param("clock", text(entry.clock().json()))
                .param("now", Timestamp.from(now))
                .update();
        numbers.placed(entry);
        jdbc.sql(ADVANCE)
                .param("dossier", entry.dossier().text())
                .param("author", entry.author().hex())
                .param("sequence", entry.sequence())
                .update();
        moveHeads(entry);
        namedBy(entry.membership()).forEach(node -> name(entry.dossier(), node));
        known.placed(entry);
        boolean promised = invitations.standFor(entry.dossier());
        changes.add(promised ? new Change.KeptOnPromise(entry.id()) : new Change.Placed(entry));
    }

    private void moveHeads(Placed entry) {
        List<String> parents = entry.envelope().parents().stream().map(EntryId::hex).toList();
        if (!parents.isEmpty()) {
            jdbc.sql(NO_LONGER_HEADS)
                    .param("dossier", entry.dossier().text())
                    .param("parents", parents)
                    .update();
        }
        jdbc.sql(NEW_HEAD)
                .param("dossier", entry.dossier().text())
                .param("id", entry.id().hex())
                .update();
    }

    private static List<NodeId> namedBy(Membership act) {
        return switch (act) {
            case Membership.Open(var cards, _, _) ->
                    cards.stream().map(StoredEnvelopes::node).toList();
            case Membership.Add(var card, _) -> List.of(node(card));
            case Membership.Remove _,
                    Membership.Leave _,
                    Membership.Renew _,
                    Membership.Unchanged _ ->
                    List.of();
        };
    }

    private static NodeId node(SignedCard card) {
        return card.card().node();
    }

    private void name(DossierId dossier, NodeId node) {
        jdbc.sql(NAME_NODE).param("dossier", dossier.text()).param("node", node.hex()).update();
    }

    private static final String ALL =
            """
            select id, envelope, clock
              from dossiers.entry
             where dossier = :dossier
             order by weight, id
            """;

    List<Placed> all(DossierId dossier) {
        List<Placed> all =
                jdbc.sql(ALL)
                        .param("dossier", dossier.text())
                        .query(StoredEnvelopes::placed)
                        .list();
        all.forEach(known::found);
        return all;
    }

    private static final String STARTING_WITH =
            """
            select id
              from dossiers.entry
             where id like :start || '%'
             order by id
             limit 100
            """;

    /// Of all dossiers: which of them the officer may know of is asked of each, so few would let others' entries hide it.
    ///
    /// @param start hexadecimal digits only, or nothing is found
    List<EntryId> startingWith(String start) {
        return start.matches("[0-9a-f]{4,64}")
                ? jdbc.sql(STARTING_WITH)
                        .param("start", start)
                        .query((row, _) -> new EntryId(row.getString("id")))
                        .list()
                : List.of();
    }

    private static final String NAMING =
            """
            select dossier
              from dossiers.named_node
             where node = :node
             order by dossier
            """;

    List<DossierId> naming(NodeId node) {
        return jdbc.sql(NAMING)
                .param("node", node.hex())
                .query((row, _) -> new DossierId(row.getString("dossier")))
                .list();
    }

    private static final String REFUSE =
            """
            insert into dossiers.refused_envelope (entry, ground, refused_at)
            values (:entry, :ground, :now)
            on conflict do nothing
            """;

    @Override
    public void refuse(EntryId entry, EnvelopeRefusal ground) {
        jdbc.sql(REFUSE)
                .param("entry", entry.hex())
                .param("ground", ground.name())
                .param("now", Timestamp.from(now))
                .update();
    }

    @Override
    public List<Invitation> invitations(DossierId dossier) {
        return invitations.of(dossier);
    }

    @Override
    public void invite(DossierId dossier, EntryId addition, NodeId by) {
        invitations.invite(dossier, addition, by, now);
    }

    @Override
    public void brought(DossierId dossier, NodeId by, Clock brought, int kept) {
        invitations.brought(dossier, by, brought, kept);
    }

    @Override
    public long invitedBy(NodeId by) {
        return invitations.invitedBy(by);
    }

    @Override
    public long onPromise(NodeId by) {
        return invitations.onPromise(by);
    }

    @Override
    public Optional<Promise> longestOnPromise(NodeId by) {
        return invitations.longest(by);
    }

    @Override
    public boolean gaveWay(DossierId dossier, NodeId by) {
        return invitations.gaveWay(dossier, by);
    }

    @Override
    public void join(DossierId dossier) {
        invitations.join(dossier).forEach(changes::add);
    }

    private static final List<String> FORGET =
            List.of(
                    "delete from dossiers.peer_progress where dossier = :dossier",
                    "delete from dossiers.head where dossier = :dossier",
                    "delete from dossiers.progress where dossier = :dossier",
                    "delete from dossiers.two_histories where dossier = :dossier",
                    "delete from dossiers.named_node where dossier = :dossier",
                    "delete from dossiers.entry where dossier = :dossier");

    @Override
    public void giveWay(DossierId dossier, NodeId by) {
        if (invitations.giveWay(dossier, by)) {
            dropEntries(dossier);
        }
    }

    @Override
    public void forget(DossierId dossier, NodeId by) {
        if (invitations.end(dossier, by)) {
            dropEntries(dossier);
        }
    }

    private void dropEntries(DossierId dossier) {
        FORGET.forEach(statement -> jdbc.sql(statement).param("dossier", dossier.text()).update());
        known.forget();
    }
}
