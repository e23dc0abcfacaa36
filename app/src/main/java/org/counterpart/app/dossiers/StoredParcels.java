package org.counterpart.app.dossiers;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.counterpart.dossier.CanonicalJson;
import org.counterpart.dossier.Ciphertext;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Parcel;
import org.counterpart.dossier.Wrap;
import org.counterpart.replication.Store;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// The shelf: parcels that wait until their addressee has signed for them.
final class StoredParcels implements Store.Shelf {
    private final JdbcClient jdbc;
    private final NodeId self;
    private final Peerings peerings;

    StoredParcels(JdbcClient jdbc, NodeId self, Peerings peerings) {
        this.jdbc = jdbc;
        this.self = self;
        this.peerings = peerings;
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        return new Item(
                new EntryId(row.getString("entry")),
                new NodeId(row.getString("recipient")),
                new NodeId(row.getString("maker")),
                row.getString("key"),
                new EntryId(row.getString("under")),
                new NodeId(row.getString("brought_by")));
    }

    private static final String ADDRESSED_TO =
            """
            select entry, recipient, maker, key, under, brought_by
              from dossiers.parcel
             where recipient = :recipient
             order by arrival
            """;

    @Override
    public List<Item> addressedTo(NodeId recipient) {
        return jdbc.sql(ADDRESSED_TO)
                .param("recipient", recipient.hex())
                .query(StoredParcels::item)
                .list();
    }

    private static final String TO_DELIVER =
            """
            select entry, recipient, maker, key, under, brought_by
              from (select p.entry, p.recipient, p.maker, p.key, p.under, p.brought_by,
                           row_number() over (partition by e.dossier order by random()) as turn
                      from dossiers.parcel p
                      join dossiers.entry e on e.id = p.entry
                     where p.recipient = :recipient and (p.maker = :first) = :own) waiting
             order by turn, random()
             limit :most
            """;

    @Override
    public List<Item> toDeliver(NodeId recipient, NodeId first, int most) {
        var items = new ArrayList<Item>();
        for (boolean own : List.of(true, false)) {
            items.addAll(
                    jdbc.sql(TO_DELIVER)
                            .param("recipient", recipient.hex())
                            .param("first", first.hex())
                            .param("own", own)
                            .param("most", most)
                            .query(StoredParcels::item)
                            .list());
        }
        return items;
    }

    private static final String OF_ONE_ENTRY =
            """
            select entry, recipient, maker, key, under, brought_by
              from dossiers.parcel
             where recipient = :recipient and entry = :entry
             order by arrival
            """;

    @Override
    public List<Item> addressedTo(NodeId recipient, EntryId entry) {
        return jdbc.sql(OF_ONE_ENTRY)
                .param("recipient", recipient.hex())
                .param("entry", entry.hex())
                .query(StoredParcels::item)
                .list();
    }

    /// Parcels for peers are not listed: those we bring ourselves, as we bring the carrier its own.
    private static final String WITHOUT_CARRIER =
            """
            select p.entry, p.recipient, p.maker, p.key, p.under, p.brought_by
              from dossiers.parcel p
             where p.recipient not in (:reached)
               and p.brought_by <> :carrier
               and not exists (select from dossiers.carrier c
                                where c.entry = p.entry and c.recipient = p.recipient and c.maker = p.maker
                                  and c.carrier = :carrier)
             order by random()
             limit 1000
            """;

    @Override
    public List<Item> withoutCarrier(NodeId carrier) {
        var reached = new TreeSet<>(peerings.inForce());
        reached.add(carrier);
        return jdbc.sql(WITHOUT_CARRIER)
                .param("carrier", carrier.hex())
                .param("reached", reached.stream().map(NodeId::hex).toList())
                .query(StoredParcels::item)
                .list();
    }

    private static final String FIND =
            """
            select entry, recipient, maker, key, under, brought_by
              from dossiers.parcel
             where entry = :entry and recipient = :recipient and maker = :maker
            """;

    @Override
    public Optional<Item> find(EntryId entry, NodeId recipient, NodeId maker) {
        return jdbc.sql(FIND)
                .param("entry", entry.hex())
                .param("recipient", recipient.hex())
                .param("maker", maker.hex())
                .query(StoredParcels::item)
                .optional();
    }

    private static final String PARCEL =
            """
            select p.wrap, coalesce(p.ciphertext, c.ciphertext) as ciphertext
              from dossiers.parcel p
              left join dossiers.content c on c.entry = p.entry
             where p.entry = :entry and p.recipient = :recipient and p.maker = :maker
            """;

    @Override
    public Parcel parcel(Item item) {
        return jdbc.sql(PARCEL)
                .param("entry", item.entry().hex())
                .param("recipient", item.recipient().hex())
                .param("maker", item.maker().hex())
                .query(
                        (row, _) ->
                                parcel(
                                        item.entry(),
                                        row.getString("wrap"),
                                        row.getBytes("ciphertext")))
                .single();
    }

    private static Parcel parcel(EntryId entry, String wrap, byte @Nullable [] ciphertext) {
        if (ciphertext == null) {
            throw new VaultDamaged("the parcel of entry " + entry + " has lost its ciphertext");
        }
        return new Parcel(
                entry,
                new Ciphertext(ciphertext),
                Wrap.read(CanonicalJson.readObject(wrap.getBytes(UTF_8))));
    }

    private static final String BROUGHT_BY =
            """
            select count(*)
              from dossiers.parcel
             where brought_by = :node
            """;

    @Override
    public int broughtBy(NodeId node) {
        return jdbc.sql(BROUGHT_BY)
                .param("node", node.hex())
                .query((row, _) -> row.getInt(1))
                .single();
    }

    private static final String NOBODY_HAS_IT =
            """
            delete from dossiers.carrier
             where entry = :entry and recipient = :recipient and maker = :maker
            """;
    private static final String PUT =
            """
            insert into dossiers.parcel (entry, recipient, maker, key, under, brought_by, wrap, ciphertext)
            values (:entry, :recipient, :maker, :key, :under, :by, :wrap, :ciphertext)
            on conflict (entry, recipient, maker)
            do update set key = excluded.key, under = excluded.under, brought_by = excluded.brought_by, wrap = excluded.wrap, ciphertext = excluded.ciphertext
            """;

    @Override
    public void put(Parcel parcel, NodeId broughtBy) {
        jdbc.sql(NOBODY_HAS_IT)
                .param("entry", parcel.entry().hex())
                .param("recipient", parcel.recipient().hex())
                .param("maker", parcel.wrap().maker().hex())
                .update();
        jdbc.sql(PUT)
                .param("entry", parcel.entry().hex())
                .param("recipient", parcel.recipient().hex())
                .param("maker", parcel.wrap().maker().hex())
                .param("key", parcel.wrap().keyId())
                .param("under", parcel.wrap().under().hex())
                .param("by", broughtBy.hex())
                .param("wrap", StoredEnvelopes.text(parcel.wrap().json()))
                .param("ciphertext", broughtBy.equals(self) ? null : parcel.ciphertext().bytes())
                .update();
    }

    private static final String REMOVE =
            """
            delete from dossiers.parcel
             where entry = :entry and recipient = :recipient and maker = :maker
            """;

    @Override
    public void remove(Item item) {
        jdbc.sql(REMOVE)
                .param("entry", item.entry().hex())
                .param("recipient", item.recipient().hex())
                .param("maker", item.maker().hex())
                .update();
    }

    private static final String REMOVE_OWN =
            """
            delete from dossiers.parcel
             where entry = :entry and maker = :self
            """;

    /// Takes back what was not handed out yet of a content that is erased.
    void removeOwn(EntryId entry) {
        jdbc.sql(REMOVE_OWN).param("entry", entry.hex()).param("self", self.hex()).update();
    }

    private static final String CARRIES =
            """
            insert into dossiers.carrier (entry, recipient, maker, carrier)
            values (:entry, :recipient, :maker, :carrier)
            on conflict do nothing
            """;

    @Override
    public void carries(Item item, NodeId carrier) {
        jdbc.sql(CARRIES)
                .param("entry", item.entry().hex())
                .param("recipient", item.recipient().hex())
                .param("maker", item.maker().hex())
                .param("carrier", carrier.hex())
                .update();
    }

    private static final String CARRIERS =
            """
            select carrier
              from dossiers.carrier
             where entry = :entry and recipient = :recipient and maker = :maker
            """;

    @Override
    public SortedSet<NodeId> carriers(Item item) {
        return new TreeSet<>(
                jdbc.sql(CARRIERS)
                        .param("entry", item.entry().hex())
                        .param("recipient", item.recipient().hex())
                        .param("maker", item.maker().hex())
                        .query((row, _) -> new NodeId(row.getString("carrier")))
                        .list());
    }
}
