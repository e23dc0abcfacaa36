package org.counterpart.app.dossiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.counterpart.app.node.ANode;
import org.counterpart.dossier.NodeKeys;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Sight;
import org.counterpart.dossier.VoidReason;
import org.counterpart.replication.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;

/// What becomes of a content here: kept, erased, found void, or changed behind the node's back.
@ExtendWith(ANode.Given.class)
class StoredContentsTest {
    private final Random random = new Random(20_261_129);
    private final NodeKeys sg = SoundKeys.of("SG", random);
    private final NodeKeys vn = SoundKeys.of("VN", random);
    private final NodeKeys my = SoundKeys.of("MY", random);
    private final Chronicle chronicle = Chronicle.opened(random, List.of(sg, vn, my));
    private final Placed entry = chronicle.opening();
    private final Placed other = chronicle.says(sg, entry);
    private final ANode node;
    private final JdbcClient jdbc;

    StoredContentsTest(ANode node) {
        this.node = node;
        this.jdbc = node.bean(JdbcClient.class);
    }

    /// A store that holds two envelopes and no content.
    private void placed(Consumer<DatabaseStore> work) {
        TwoStores.with(
                node,
                sg,
                List.of(vn),
                stores -> {
                    stores.database().envelopes().place(entry);
                    stores.database().envelopes().place(other);
                    work.accept(stores.database());
                });
    }

    /// A store that holds two contents.
    private void kept(Consumer<DatabaseStore> work) {
        placed(
                store -> {
                    keep(store, entry);
                    keep(store, other);
                    work.accept(store);
                });
    }

    private void keep(DatabaseStore store, Placed what) {
        var written = chronicle.written(what);
        store.contents()
                .keep(
                        what.id(),
                        what.id(),
                        written.ciphertext(),
                        written.payloadKey(),
                        written.content());
    }

    /// A store of a later transaction: it has read nothing yet.
    private DatabaseStore later() {
        return TwoStores.database(node, sg.node(), new TreeSet<>(List.of(vn.node())));
    }

    /// Alone and among all of the dossier it looks the same.
    private static Sight sight(DatabaseStore store, Placed what) {
        Sight alone = store.contents().sight(what.id());
        assertThat(store.contents().sights(what.dossier(), List.of(what)))
                .containsOnly(Map.entry(what.id(), alone));
        return alone;
    }

    private long count(String from) {
        return jdbc.sql("select count(*) from dossiers." + from + " where entry = :entry")
                .param("entry", entry.id().hex())
                .query(Long.class)
                .single();
    }

    private void alter(String statement) {
        int rows =
                jdbc.sql(statement)
                        .param("entry", entry.id().hex())
                        .param("other", other.id().hex())
                        .update();
        assertThat(rows).isEqualTo(1);
    }

    @Test
    void erasesKeyAndContentAndLeavesTheEnvelope() {
        kept(
                store -> {
                    assertThat(store.erase(entry.id())).isTrue();

                    assertThat(sight(store, entry)).isEqualTo(new Sight.Erased());
                    assertThat(store.contents().payloadKey(entry.id())).isEmpty();
                    assertThat(store.contents().ciphertext(entry.id())).isEmpty();
                    assertThat(count("payload_key")).isZero();
                    assertThat(count("content")).isEqualTo(1);
                    assertThat(store.envelopes().find(entry.id())).contains(entry);
                    assertThat(sight(store, other)).isInstanceOf(Sight.Read.class);
                });
    }

    @Test
    void erasesOnce() {
        kept(
                store -> {
                    store.erase(entry.id());

                    assertThat(store.erase(entry.id())).isFalse();
                    assertThat(store.changes())
                            .filteredOn(Change.Erased.class::isInstance)
                            .containsExactly(new Change.Erased(entry.id()));
                });
    }

    @Test
    void notesAnErasureBeforeTheContentHasCome() {
        placed(
                store -> {
                    assertThat(store.erase(entry.id())).isTrue();

                    assertThat(sight(store, entry)).isEqualTo(new Sight.Erased());
                    assertThat(store.changes()).contains(new Change.Erased(entry.id()));
                });
    }

    @Test
    void leavesAVoidContentVoid() {
        placed(
                store -> {
                    store.contents().markVoid(entry.id(), VoidReason.COMMITMENT_BROKEN);

                    assertThat(store.erase(entry.id())).isFalse();
                    assertThat(sight(store, entry))
                            .isEqualTo(new Sight.Voided(VoidReason.COMMITMENT_BROKEN));
                });
    }

    @Test
    void takesBackItsOwnParcelsOfWhatIsErasedAndNoneThatItCarries() {
        kept(
                store -> {
                    store.shelf().put(chronicle.parcel(entry, vn), sg.node());
                    store.shelf().put(chronicle.parcel(other, vn), sg.node());
                    store.shelf().put(chronicle.wrapped(entry, vn, my, entry), vn.node());

                    store.erase(entry.id());

                    assertThat(store.shelf().addressedTo(vn.node()))
                            .extracting(Store.Shelf.Item::entry)
                            .containsExactly(other.id());
                    assertThat(store.shelf().addressedTo(my.node())).hasSize(1);
                });
    }

    @Test
    void withholdingTakesTheParcelsBackAndKeepsTheContent() {
        kept(
                store -> {
                    store.shelf().put(chronicle.parcel(entry, vn), sg.node());

                    store.shelf().removeOwn(entry.id());

                    assertThat(store.shelf().addressedTo(vn.node())).isEmpty();
                    assertThat(sight(store, entry)).isInstanceOf(Sight.Read.class);
                });
    }

    @Test
    void sharesTheCiphertextOfItsOwnParcelWithTheContent() {
        kept(
                store -> {
                    var parcel = chronicle.parcel(entry, vn);
                    store.shelf().put(parcel, sg.node());
                    var item = store.shelf().addressedTo(vn.node()).getFirst();

                    assertThat(store.shelf().parcel(item)).isEqualTo(parcel);
                    alter(
                            """
                            update dossiers.parcel
                               set ciphertext = null
                             where entry = :entry and ciphertext is null and entry <> :other
                            """);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // One bit of the ciphertext.
                """
                update dossiers.content
                   set ciphertext = set_byte(ciphertext, 40, get_byte(ciphertext, 40) # 1)
                 where entry = :entry and entry <> :other
                """,
                // The ciphertext of another entry.
                """
                update dossiers.content
                   set ciphertext = (select ciphertext from dossiers.content where entry = :other)
                 where entry = :entry
                """,
                // One bit of the key.
                """
                update dossiers.payload_key
                   set locked = set_byte(locked, 20, get_byte(locked, 20) # 1)
                 where entry = :entry and entry <> :other
                """,
                // The key of another entry.
                """
                update dossiers.payload_key
                   set locked = (select locked from dossiers.payload_key where entry = :other)
                 where entry = :entry
                """,
                // No key to speak of.
                """
                update dossiers.payload_key
                   set locked = '\\x00'
                 where entry = :entry and entry <> :other
                """,
                // The envelope of another entry.
                """
                update dossiers.entry
                   set envelope = (select envelope from dossiers.entry where id = :other)
                 where id = :entry
                """,
            })
    void readsNothingThatWasChangedInTheDatabase(String change) {
        kept(
                store -> {
                    alter(change);

                    assertThatThrownBy(() -> sight(later(), entry))
                            .isInstanceOf(VaultDamaged.class);
                    assertThat(sight(store, other)).isInstanceOf(Sight.Read.class);
                });
    }

    /// The identity is the hash of the envelope, so a changed one is another entry.
    @Test
    void findsNoEnvelopeThatWasChangedInTheDatabase() {
        placed(
                _ -> {
                    alter(
                            """
                            update dossiers.entry
                               set envelope = (select envelope from dossiers.entry where id = :other)
                             where id = :entry
                            """);

                    assertThatThrownBy(() -> later().envelopes().find(entry.id()))
                            .isInstanceOf(VaultDamaged.class);
                });
    }

    @Test
    void handsOutNoParcelWhoseCiphertextIsGone() {
        kept(
                store -> {
                    store.shelf().put(chronicle.parcel(entry, vn), sg.node());
                    var item = store.shelf().addressedTo(vn.node()).getFirst();
                    alter(
                            """
                            update dossiers.content
                               set state = 'ERASED', under = null, ciphertext = null
                             where entry = :entry and entry <> :other
                            """);

                    assertThatThrownBy(() -> store.shelf().parcel(item))
                            .isInstanceOf(VaultDamaged.class);
                });
    }
}
