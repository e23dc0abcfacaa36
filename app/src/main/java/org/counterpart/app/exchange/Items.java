package org.counterpart.app.exchange;

import org.counterpart.dossier.Codes;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.NodeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The items of all desks of this node.
@Component
class Items {
    private final JdbcClient jdbc;

    Items(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static final String FORGET =
            """
            delete from exchange.item
             where dossier = :dossier
               and entry || ' ' || desk <> all (:kept)
            """;

    /// Replaces what was drawn of a dossier; what is still drawn keeps its number.
    void draw(DossierId dossier, List<Item> items, Instant now) {
        List<String> kept =
                items.stream().map(item -> item.entry().hex() + " " + item.desk().text()).toList();
        jdbc.sql(FORGET).param("dossier", dossier.text()).param("kept", texts(kept)).update();
        items.forEach(item -> keep(dossier, item, now));
    }

    private static final String KEEP =
            """
            insert into exchange.item (entry, desk, dossier, kind, state, from_node, to_desk, due_at, sent_at,
                                       open, news, changed_at)
            values (:entry, :desk, :dossier, :kind, :state, :from, :to, :due, :sent, :open, :news, :now)
            on conflict (entry, desk) do update
               set kind = excluded.kind, state = excluded.state, from_node = excluded.from_node,
                   to_desk = excluded.to_desk, due_at = excluded.due_at, sent_at = excluded.sent_at,
                   open = excluded.open, news = excluded.news, changed_at = excluded.changed_at
            """;

    private void keep(DossierId dossier, Item item, Instant now) {
        jdbc.sql(KEEP)
                .param("entry", item.entry().hex())
                .param("desk", item.desk().text())
                .param("dossier", dossier.text())
                .param("kind", item.kind().name())
                .param("state", item.state())
                .param("from", item.from().hex())
                .param("to", item.to().map(DeskId::text).orElse(null))
                .param("due", item.dueAt().map(Timestamp::from).orElse(null))
                .param("sent", Timestamp.from(item.sentAt()))
                .param("open", item.open())
                .param("news", texts(item.news().stream().map(EntryId::hex).toList()))
                .param("now", Timestamp.from(now))
                .update();
    }

    private static SqlArrayValue texts(List<String> texts) {
        return new SqlArrayValue("text", texts.toArray());
    }

    /// Items of a desk, and whether something came for each that the desk has not seen.
    private static final String LISTED =
            """
            with listed as (
                select entry, desk, dossier, kind, state, from_node, to_desk, due_at, sent_at, changed_at,
                       open, news, number,
                       exists (select 1
                                 from unnest(item.news) as came (entry)
                                where not exists (select 1
                                                    from exchange.seen
                                                   where seen.entry = came.entry
                                                     and seen.desk = item.desk)) as unread
                  from exchange.item
                 where desk = :desk)
            """;

    /// What asks for an act stands before what was only told, however much of that there is. What another node states of its
    /// time puts nothing ahead of what came after it.
    ///
    /// Within a class the nodes take turns, and of each class a share is listed before the rest of any: who sends much buries
    /// neither others nor what is less pressing.
    private static final String WAITING =
            LISTED
                    + """
                    , classed as (
                        select *,
                               case
                                 when kind = 'RECALL_TO_ANSWER' then 0
                                 when kind = 'PERMISSION_ASKED' then 1
                                 when kind = 'REQUEST_TO_US' and due_at is not null then 2
                                 when kind = 'INFORMATION' then 5
                                 when kind in ('REQUEST_BY_US', 'PERMISSION_BY_US') and not unread then 4
                                 else 3
                               end as rank,
                               least(sent_at, changed_at) as came_at
                          from listed
                         where open or unread),
                    turns as (
                        select *,
                               row_number() over (partition by rank, from_node
                                                  order by due_at nulls last, came_at desc, entry) as turn
                          from classed),
                    places as (
                        select *,
                               row_number() over (partition by rank
                                                  order by turn, due_at nulls last, came_at desc, entry) as place
                          from turns),
                    chosen as (
                        select * from places
                         order by place > :share, rank, place
                         limit :most)
                    select * from chosen
                     order by rank, place
                    """;

    /// Classes that each have a share of the list.
    private static final int CLASSES = 6;

    /// What waits for a desk, the most pressing first.
    List<Listed> waiting(DeskId desk, int most) {
        return jdbc.sql(WAITING)
                .param("desk", desk.text())
                .param("most", most)
                .param("share", Math.max(1, most / CLASSES))
                .query(Items::listed)
                .list();
    }

    private static final String ALL =
            LISTED
                    + """
                    select * from listed
                     where number < :before
                     order by number desc
                     limit :most
                    """;

    /// What concerns a desk, settled or not, the latest first.
    List<Listed> all(DeskId desk, long before, int most) {
        return jdbc.sql(ALL)
                .param("desk", desk.text())
                .param("before", before)
                .param("most", most)
                .query(Items::listed)
                .list();
    }

    private static final String COUNT =
            LISTED
                    + """
                    select count(*) filter (where open or unread) as waiting,
                           count(*) filter (where not (open or unread)) as settled
                      from listed
                    """;

    /// How much waits for a desk, and how much is settled.
    SeeingInbox.Count count(DeskId desk) {
        return jdbc.sql(COUNT)
                .param("desk", desk.text())
                .query(
                        (row, _) ->
                                new SeeingInbox.Count(
                                        row.getLong("waiting"), row.getLong("settled")))
                .single();
    }

    private static final String NOTE_SEEN =
            """
            insert into exchange.seen (entry, desk)
            select distinct came.entry, item.desk
              from exchange.item
             cross join unnest(item.news) as came (entry)
             where item.desk = :desk
               and came.entry in (:entries)
            on conflict do nothing
            """;

    /// Notes of these entries that a desk has seen them, as far as an item waits for that. Kept beside the items, for those
    /// are drawn anew.
    void noteSeen(DeskId desk, List<EntryId> entries) {
        if (!entries.isEmpty()) {
            jdbc.sql(NOTE_SEEN)
                    .param("desk", desk.text())
                    .param("entries", entries.stream().map(EntryId::hex).toList())
                    .update();
        }
    }

    private static Listed listed(ResultSet row, int number) throws SQLException {
        return new Listed(item(row), row.getLong("number"), row.getBoolean("unread"));
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                new EntryId(row.getString("entry")),
                new DeskId(row.getString("desk")),
                new DossierId(row.getString("dossier")),
                Codes.of(ItemKind.class, row.getString("kind")),
                row.getString("state"),
                new NodeId(row.getString("from_node")),
                Optional.ofNullable(row.getString("to_desk")).map(DeskId::new),
                Optional.ofNullable(row.getTimestamp("due_at")).map(Timestamp::toInstant),
                row.getTimestamp("sent_at").toInstant(),
                row.getBoolean("open"),
                Arrays.stream((String[]) row.getArray("news").getArray())
                        .map(EntryId::new)
                        .toList());
    }

    private static final String NOTE_DERIVED =
            """
            insert into exchange.derived (source, entry, dossier)
            values (:source, :entry, :dossier)
            on conflict do nothing
            """;

    void noteDerived(EntryId source, EntryId derived, DossierId dossier) {
        jdbc.sql(NOTE_DERIVED)
                .param("source", source.hex())
                .param("entry", derived.hex())
                .param("dossier", dossier.text())
                .update();
    }

    private static final String DERIVED_FROM =
            """
            select entry
              from exchange.derived
             where source = :source
             order by entry
            """;

    /// Own entries, in whatever dossier, that rest on this one.
    List<EntryId> derivedFrom(EntryId source) {
        return jdbc.sql(DERIVED_FROM)
                .param("source", source.hex())
                .query((row, _) -> new EntryId(row.getString("entry")))
                .list();
    }
}
