package org.counterpart.app.dossiers;

import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Placed;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;

/// What each author wrote under which number, and who used one twice.
final class StoredNumbers {
    private final JdbcClient jdbc;
    private final KnownEnvelopes known;

    StoredNumbers(JdbcClient jdbc, KnownEnvelopes known) {
        this.jdbc = jdbc;
        this.known = known;
    }

    private static final String WRITTEN =
            """
            select id, envelope, clock
              from dossiers.entry
             where dossier = :dossier and author = :author and sequence = :sequence
             order by id
            """;

    List<Placed> written(DossierId dossier, NodeId author, long sequence) {
        return known.written(
                new KnownEnvelopes.Place(dossier, author, sequence),
                () ->
                        jdbc.sql(WRITTEN)
                                .param("dossier", dossier.text())
                                .param("author", author.hex())
                                .param("sequence", sequence)
                                .query(StoredEnvelopes::placed)
                                .list());
    }

    private static final String TWO_HISTORIES =
            """
            select author
              from dossiers.two_histories
             where dossier = :dossier
            """;

    boolean hasTwoHistories(DossierId dossier, NodeId author) {
        return known.twoHistories(
                        dossier,
                        () ->
                                jdbc.sql(TWO_HISTORIES)
                                        .param("dossier", dossier.text())
                                        .query((row, _) -> new NodeId(row.getString("author")))
                                        .list())
                .contains(author);
    }

    private static final String DOUBLED =
            """
            select id, envelope, clock
              from (select id, envelope, clock, count(*) over (partition by sequence) as uses
                      from dossiers.entry
                     where dossier = :dossier and author = :author) as written
             where uses > 1
            """;

    List<Placed> doubled(DossierId dossier, NodeId author) {
        if (!hasTwoHistories(dossier, author)) {
            return List.of();
        }
        return known.doubled(
                dossier,
                author,
                () ->
                        jdbc.sql(DOUBLED)
                                .param("dossier", dossier.text())
                                .param("author", author.hex())
                                .query(StoredEnvelopes::placed)
                                .list());
    }

    private static final String NOTE_TWO_HISTORIES =
            """
            insert into dossiers.two_histories (dossier, author)
            select :dossier, :author
             where (select count(*) from dossiers.entry
                     where dossier = :dossier and author = :author and sequence = :sequence) > 1
            on conflict do nothing
            """;

    void placed(Placed entry) {
        jdbc.sql(NOTE_TWO_HISTORIES)
                .param("dossier", entry.dossier().text())
                .param("author", entry.author().hex())
                .param("sequence", entry.sequence())
                .update();
    }
}
