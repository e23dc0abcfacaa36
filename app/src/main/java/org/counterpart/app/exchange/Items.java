package org.counterpart.app.exchange;

import org.counterpart.dossier.Codes;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.NodeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
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
            """;
    private static final String KEEP =
            """
            insert into exchange.item (entry, desk, dossier, kind, state, from_node, to_desk, due_at, sent_at,
                                       changed_at)
            values (:entry, :desk, :dossier, :kind, :state, :from, :to, :due, :sent, :now)
            """;

    /// Replaces what was drawn of a dossier.
    void draw(DossierId dossier, List<Item> items, Instant now) {
        jdbc.sql(FORGET).param("dossier", dossier.text()).update();
        for (Item item : items) {
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
                    .param("now", Timestamp.from(now))
                    .update();
        }
    }

    /// What asks for an act stands before what was only told, however much of that there is. What another node states of its
    /// time puts nothing ahead of what came after it.
    private static final String OF_DESK =
            """
            select entry, desk, dossier, kind, state, from_node, to_desk, due_at, sent_at
              from exchange.item
             where desk = :desk
               and not exists (select 1
                                 from exchange.seen
                                where seen.entry = item.entry
                                  and seen.desk = item.desk)
             order by case
                        when kind = 'RECALL_TO_ANSWER' then 0
                        when kind = 'PERMISSION_ASKED' then 1
                        when kind = 'REQUEST_TO_US' and due_at is not null then 2
                        when kind = 'INFORMATION' then 4
                        else 3
                      end,
                      due_at nulls last, least(sent_at, changed_at) desc, entry
             limit :most
            """;

    List<Item> of(DeskId desk, int most) {
        return jdbc.sql(OF_DESK)
                .param("desk", desk.text())
                .param("most", most)
                .query(Items::item)
                .list();
    }

    private static final String NOTE_SEEN =
            """
            insert into exchange.seen (entry, desk)
            select entry, desk
              from exchange.item
             where desk = :desk
               and kind in (:kinds)
               and entry in (:entries)
            on conflict do nothing
            """;

    /// Notes of these entries that a desk has seen them, as far as they wait for nothing else. Kept beside the items, for
    /// those are drawn anew.
    void noteSeen(DeskId desk, List<EntryId> entries) {
        if (!entries.isEmpty()) {
            jdbc.sql(NOTE_SEEN)
                    .param("desk", desk.text())
                    .param("kinds", ItemKind.goingWhenSeen())
                    .param("entries", entries.stream().map(EntryId::hex).toList())
                    .update();
        }
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        return new Item(
                new EntryId(row.getString("entry")),
                new DeskId(row.getString("desk")),
                new DossierId(row.getString("dossier")),
                Codes.of(ItemKind.class, row.getString("kind")),
                row.getString("state"),
                new NodeId(row.getString("from_node")),
                Optional.ofNullable(row.getString("to_desk")).map(DeskId::new),
                Optional.ofNullable(row.getTimestamp("due_at")).map(Timestamp::toInstant),
                row.getTimestamp("sent_at").toInstant());
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
