package org.counterpart.app.dossiers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.counterpart.dossier.Ciphertext;
import org.counterpart.dossier.Codes;
import org.counterpart.dossier.Content;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Opening;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.PublishedCryptography;
import org.counterpart.dossier.Secret;
import org.counterpart.dossier.Sight;
import org.counterpart.dossier.SignedEnvelope;
import org.counterpart.dossier.VoidReason;
import org.counterpart.replication.Store;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/// The contents that this node opened: ciphertext as it came, its key locked under the master key.
final class StoredContents implements Store.Contents {
    private final JdbcClient jdbc;
    private final AtRest atRest;
    private final Instant now;
    private final Changes changes;
    private final Store.Envelopes envelopes;
    private final Opening.Opener opener = new Opening.Opener(new PublishedCryptography());

    StoredContents(
            JdbcClient jdbc,
            AtRest atRest,
            Instant now,
            Changes changes,
            Store.Envelopes envelopes) {
        this.jdbc = jdbc;
        this.atRest = atRest;
        this.now = now;
        this.changes = changes;
        this.envelopes = envelopes;
    }

    /// What stands in the database of one content.
    private record Row(
            Optional<Ciphertext> ciphertext, Optional<Secret> locked, Optional<VoidReason> reason) {
        static Row of(ResultSet row, int number) throws SQLException {
            return new Row(
                    Optional.ofNullable(row.getBytes("ciphertext")).map(Ciphertext::new),
                    Optional.ofNullable(row.getBytes("locked")).map(Secret::of),
                    Optional.ofNullable(row.getString("void_reason"))
                            .map(code -> Codes.of(VoidReason.class, code)));
        }
    }

    private static final String SIGHT =
            """
            select c.ciphertext, c.void_reason, k.locked
              from dossiers.content c
              left join dossiers.payload_key k on k.entry = c.entry
             where c.entry = :entry
            """;

    private Optional<Row> row(EntryId entry) {
        return jdbc.sql(SIGHT).param("entry", entry.hex()).query(Row::of).optional();
    }

    @Override
    public Sight sight(EntryId entry) {
        return row(entry)
                .map(row -> sight(entry, row, () -> envelopes.find(entry)))
                .orElse(new Sight.Closed());
    }

    private static final String SIGHTS =
            """
            select c.entry, c.ciphertext, c.void_reason, k.locked
              from dossiers.content c
              join dossiers.entry e on e.id = c.entry
              left join dossiers.payload_key k on k.entry = c.entry
             where e.dossier = :dossier
            """;

    /// What is held of each of the entries of a dossier, in one look.
    SortedMap<EntryId, Sight> sights(DossierId dossier, Collection<Placed> placed) {
        var rows = new HashMap<EntryId, Row>();
        jdbc.sql(SIGHTS)
                .param("dossier", dossier.text())
                .query(
                        row -> {
                            rows.put(new EntryId(row.getString("entry")), Row.of(row, 0));
                        });
        var sights = new TreeMap<EntryId, Sight>();
        for (Placed entry : placed) {
            Row row = rows.get(entry.id());
            sights.put(
                    entry.id(),
                    row == null
                            ? new Sight.Closed()
                            : sight(entry.id(), row, () -> Optional.of(entry)));
        }
        return sights;
    }

    private Sight sight(EntryId entry, Row row, Supplier<Optional<Placed>> placed) {
        if (row.reason().isPresent()) {
            return new Sight.Voided(row.reason().get());
        }
        return row.ciphertext()
                .flatMap(
                        text ->
                                row.locked()
                                        .map(key -> read(entry, placed, text, unlock(entry, key))))
                .orElse(new Sight.Erased());
    }

    private Sight read(
            EntryId entry, Supplier<Optional<Placed>> placed, Ciphertext ciphertext, Secret key) {
        SignedEnvelope signed =
                placed.get()
                        .map(Placed::signed)
                        .orElseThrow(() -> new VaultDamaged("entry " + entry + " has no envelope"));
        if (opener.unseal(ciphertext, key, signed) instanceof Opening.Opened(var content, _)) {
            return new Sight.Read(content);
        }
        throw new VaultDamaged("the content of entry " + entry + " was changed in the database");
    }

    private Secret unlock(EntryId entry, Secret locked) {
        return Secret.of(atRest.unlock(locked.reveal(), purpose(entry)));
    }

    private static byte[] purpose(EntryId entry) {
        return ("payload-key " + entry.hex()).getBytes(US_ASCII);
    }

    @Override
    public Optional<Secret> payloadKey(EntryId entry) {
        return row(entry).flatMap(Row::locked).map(key -> unlock(entry, key));
    }

    @Override
    public Optional<Ciphertext> ciphertext(EntryId entry) {
        return row(entry).flatMap(Row::ciphertext);
    }

    private static final String UNDER =
            """
            select under
              from dossiers.content
             where entry = :entry and under is not null
            """;

    @Override
    public Optional<EntryId> under(EntryId entry) {
        return jdbc.sql(UNDER)
                .param("entry", entry.hex())
                .query((row, _) -> new EntryId(row.getString("under")))
                .optional();
    }

    private static final String GIVEN =
            """
            select c.entry, c.under
              from dossiers.content c
              join dossiers.entry e on e.id = c.entry
             where e.dossier = :dossier and c.under <> c.entry
            """;

    /// What was given on to this node, and under which forward or release it came.
    SortedMap<EntryId, EntryId> given(DossierId dossier) {
        var given = new TreeMap<EntryId, EntryId>();
        jdbc.sql(GIVEN)
                .param("dossier", dossier.text())
                .query(
                        row -> {
                            given.put(
                                    new EntryId(row.getString("entry")),
                                    new EntryId(row.getString("under")));
                        });
        return given;
    }

    private static final String KEEP =
            """
            insert into dossiers.content (entry, state, under, ciphertext, changed_at)
            values (:entry, 'READ', :under, :ciphertext, :now)
            """;
    private static final String KEEP_KEY =
            """
            insert into dossiers.payload_key (entry, locked)
            values (:entry, :locked)
            """;

    @Override
    public void keep(
            EntryId entry,
            EntryId under,
            Ciphertext ciphertext,
            Secret payloadKey,
            Content content) {
        byte[] locked = atRest.lock(payloadKey.reveal(), purpose(entry));
        jdbc.sql(KEEP)
                .param("entry", entry.hex())
                .param("under", under.hex())
                .param("ciphertext", ciphertext.bytes())
                .param("now", Timestamp.from(now))
                .update();
        jdbc.sql(KEEP_KEY).param("entry", entry.hex()).param("locked", locked).update();
        changes.add(new Change.Opened(entry, content));
    }

    private static final String MARK_VOID =
            """
            insert into dossiers.content (entry, state, void_reason, changed_at)
            values (:entry, 'VOID', :reason, :now)
            """;

    @Override
    public void markVoid(EntryId entry, VoidReason reason) {
        jdbc.sql(MARK_VOID)
                .param("entry", entry.hex())
                .param("reason", reason.name())
                .param("now", Timestamp.from(now))
                .update();
        changes.add(new Change.FoundVoid(entry, reason));
    }

    private static final String MARKED_VOID =
            """
            select count(*)
              from (select e.id
                      from dossiers.entry e
                      join dossiers.content c on c.entry = e.id
                     where e.dossier = :dossier and e.author = :author and c.state = 'VOID'
                     limit :most) marked
            """;

    @Override
    public long markedVoid(DossierId dossier, NodeId author, int most) {
        return jdbc.sql(MARKED_VOID)
                .param("dossier", dossier.text())
                .param("author", author.hex())
                .param("most", most)
                .query(Long.class)
                .single();
    }

    private static final String ERASE_KEY =
            """
            delete from dossiers.payload_key
             where entry = :entry
            """;
    private static final String ERASE =
            """
            insert into dossiers.content (entry, state, changed_at)
            values (:entry, 'ERASED', :now)
            on conflict (entry)
            do update set state = 'ERASED', under = null, ciphertext = null, changed_at = :now
             where content.state = 'READ'
            """;

    /// Destroys key and content; the envelope stays, so the history stays provable without what was said. Of a content
    /// that is not here yet it is noted, so that what comes late is not kept.
    ///
    /// @return whether there was something to erase
    boolean erase(EntryId entry) {
        jdbc.sql(ERASE_KEY).param("entry", entry.hex()).update();
        boolean erased =
                jdbc.sql(ERASE)
                                .param("entry", entry.hex())
                                .param("now", Timestamp.from(now))
                                .update()
                        > 0;
        if (erased) {
            changes.add(new Change.Erased(entry));
        }
        return erased;
    }
}
