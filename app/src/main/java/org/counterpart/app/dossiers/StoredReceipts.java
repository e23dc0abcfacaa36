package org.counterpart.app.dossiers;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.counterpart.dossier.CanonicalJson;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Receipt;
import org.counterpart.dossier.Receipting;
import org.counterpart.replication.Store;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Receipts, ours and others', and to whom each is still to be told.
final class StoredReceipts implements Store.Receipts {
    private final JdbcClient jdbc;
    private final Changes changes;

    StoredReceipts(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    private static Receipt receipt(ResultSet row, int number) throws SQLException {
        return Receipt.read(CanonicalJson.readObject(row.getString("receipt").getBytes(UTF_8)));
    }

    private static final String FIND =
            """
            select receipt
              from dossiers.receipt
             where entry = :entry and by_node = :by
            """;

    @Override
    public Optional<Receipt> find(EntryId entry, NodeId by) {
        return jdbc.sql(FIND)
                .param("entry", entry.hex())
                .param("by", by.hex())
                .query(StoredReceipts::receipt)
                .optional();
    }

    private static final String OF_DOSSIER =
            """
            select r.receipt
              from dossiers.receipt r
              join dossiers.entry e on e.id = r.entry
             where e.dossier = :dossier
            """;

    List<Receipt> of(DossierId dossier) {
        return jdbc.sql(OF_DOSSIER)
                .param("dossier", dossier.text())
                .query(StoredReceipts::receipt)
                .list();
    }

    private static final String RECORD =
            """
            insert into dossiers.receipt (entry, by_node, at, receipt)
            values (:entry, :by, :at, :receipt)
            on conflict do nothing
            """;

    @Override
    public void record(Receipt receipt) {
        int recorded =
                jdbc.sql(RECORD)
                        .param("entry", receipt.entry().hex())
                        .param("by", receipt.by().hex())
                        .param("at", Timestamp.from(receipt.at()))
                        .param("receipt", StoredEnvelopes.text(receipt.json()))
                        .update();
        if (recorded > 0) {
            changes.add(new Change.Signed(receipt));
        }
    }

    private static final String OWED =
            """
            select entry, at
              from dossiers.owed_receipt
             order by arrival
             limit :most
            """;

    @Override
    public List<Receipting.Owed> owed(int most) {
        return jdbc.sql(OWED)
                .param("most", most)
                .query(
                        (row, _) ->
                                new Receipting.Owed(
                                        new EntryId(row.getString("entry")),
                                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private static final String OWE =
            """
            insert into dossiers.owed_receipt (entry, at)
            values (:entry, :at)
            on conflict do nothing
            """;

    @Override
    public void owe(EntryId entry, Instant at) {
        jdbc.sql(OWE).param("entry", entry.hex()).param("at", Timestamp.from(at)).update();
    }

    private static final String NO_LONGER_OWED =
            """
            delete from dossiers.owed_receipt
             where entry = :entry
            """;

    @Override
    public void paid(EntryId entry) {
        jdbc.sql(NO_LONGER_OWED).param("entry", entry.hex()).update();
    }

    private static final String TELL =
            """
            insert into dossiers.untold_receipt (entry, by_node, to_node)
            values (:entry, :by, :to)
            on conflict do nothing
            """;

    @Override
    public void tell(EntryId entry, NodeId by, NodeId to) {
        jdbc.sql(TELL)
                .param("entry", entry.hex())
                .param("by", by.hex())
                .param("to", to.hex())
                .update();
    }

    /// From a place by lot on, and around: ids of entries are spread evenly, so no more is looked at than is handed out.
    private static final String UNTOLD =
            """
            with lot as materialized (select md5(random()::text) as start)
            (select r.receipt
               from dossiers.untold_receipt u
               join dossiers.receipt r on r.entry = u.entry and r.by_node = u.by_node
              where u.to_node = :to and u.entry >= (select start from lot)
              order by u.entry, u.by_node
              limit :most)
            union all
            (select r.receipt
               from dossiers.untold_receipt u
               join dossiers.receipt r on r.entry = u.entry and r.by_node = u.by_node
              where u.to_node = :to and u.entry < (select start from lot)
              order by u.entry, u.by_node
              limit :most)
            limit :most
            """;

    @Override
    public List<Receipt> untold(NodeId to, int most) {
        return jdbc.sql(UNTOLD)
                .param("to", to.hex())
                .param("most", most)
                .query(StoredReceipts::receipt)
                .list();
    }

    private static final String TOLD =
            """
            delete from dossiers.untold_receipt
             where entry = :entry and by_node = :by and to_node = :to
            """;

    @Override
    public void told(EntryId entry, NodeId by, NodeId to) {
        jdbc.sql(TOLD)
                .param("entry", entry.hex())
                .param("by", by.hex())
                .param("to", to.hex())
                .update();
    }
}
