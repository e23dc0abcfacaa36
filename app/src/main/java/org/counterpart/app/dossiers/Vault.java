package org.counterpart.app.dossiers;

import org.counterpart.dossier.Act;
import org.counterpart.dossier.Audience;
import org.counterpart.dossier.DeskId;
import org.counterpart.dossier.DossierEntries;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.Folding;
import org.counterpart.dossier.HandlingCode;
import org.counterpart.dossier.Malformed;
import org.counterpart.dossier.Members;
import org.counterpart.dossier.Membership;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Picture;
import org.counterpart.dossier.Placed;
import org.counterpart.dossier.Sight;
import org.counterpart.dossier.SignedCard;
import org.counterpart.dossier.Suite;
import org.counterpart.dossier.TypeRule;
import org.counterpart.dossier.VoidReason;
import org.counterpart.dossier.Writer;
import org.counterpart.replication.Appended;
import org.counterpart.replication.Replication;
import org.springframework.transaction.annotation.Transactional;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/// Where areas write entries and draw pictures; the door to contents for people is [ShowingDossier].
///
/// Every method that writes joins the transaction of the use case that calls it.
public class Vault {
    private final VaultTransactions transactions;
    private final Replication replication;
    private final Peerings peerings;
    private final OwnKeys keys;
    private final InstantSource clock;
    private final TypeRule types;

    /// @param types what the areas prescribe for the types that they bring
    Vault(
            VaultTransactions transactions,
            Replication replication,
            Peerings peerings,
            OwnKeys keys,
            InstantSource clock,
            TypeRule types) {
        this.transactions = transactions;
        this.replication = replication;
        this.peerings = peerings;
        this.keys = keys;
        this.clock = clock;
        this.types = types;
    }

    /// Opens a dossier among this node, its first steward, and others with which a peering is in force.
    public Appended open(Set<NodeId> others, Draft draft) {
        Optional<String> refusal = unknown(others).or(() -> unphoned(draft));
        if (refusal.isPresent()) {
            return new Appended.Refused(refusal.get());
        }
        var cards = new ArrayList<SignedCard>(List.of(keys.now().card()));
        others.forEach(node -> peerings.card(node).ifPresent(cards::add));
        var act = new Membership.Open(cards, Set.of(), Set.of(Suite.CP1));
        return transactions.run(store -> replication.open(store, act, draft.content(now())));
    }

    /// Brings a node into a dossier; the draft says why, to all members.
    public Appended add(DossierId dossier, NodeId node, boolean steward, Draft draft) {
        return peerings.card(node)
                .map(card -> append(dossier, new Membership.Add(card, steward), draft))
                .orElse(new Appended.Refused(VaultRefusal.NODE_NOT_A_PEER.code()));
    }

    private Optional<String> unknown(Set<NodeId> nodes) {
        return nodes.stream().allMatch(peerings::isInForce)
                ? Optional.empty()
                : Optional.of(VaultRefusal.NODE_NOT_A_PEER.code());
    }

    /// Writes an entry.
    public Appended append(DossierId dossier, Draft draft) {
        return append(dossier, new Membership.Unchanged(), draft);
    }

    /// The node that this vault belongs to.
    public NodeId self() {
        return transactions.self();
    }

    /// Writes an entry that changes the members; the envelope shows the change, the draft says why.
    public Appended append(DossierId dossier, Membership act, Draft draft) {
        return unphoned(draft)
                .or(() -> unphonedGift(dossier, draft))
                .<Appended>map(Appended.Refused::new)
                .orElseGet(
                        () ->
                                transactions.run(
                                        store ->
                                                replication.append(
                                                        store,
                                                        dossier,
                                                        act,
                                                        draft.content(now()))));
    }

    /// Puts a node out of a dossier; what it wrote after what this node has seen of it is void.
    public Appended remove(DossierId dossier, NodeId node, Draft draft) {
        return transactions.write(
                store -> {
                    long last = store.envelopes().clock(dossier).of(node);
                    return append(dossier, new Membership.Remove(node, last), draft);
                });
    }

    /// More than H0 is sealed only for nodes whose operators have compared fingerprints by telephone.
    private Optional<String> unphoned(Draft draft) {
        boolean open = draft.handling().has(HandlingCode.H0);
        return open ? Optional.empty() : unphoned(draft.audience());
    }

    private Optional<String> unphoned(Audience audience) {
        return audience.nodes().stream().allMatch(this::isPhoned)
                ? Optional.empty()
                : Optional.of(VaultRefusal.NODE_NOT_PHONED.code());
    }

    /// A forward or a release is open itself, and seals to its recipients what is not.
    private Optional<String> unphonedGift(DossierId dossier, Draft draft) {
        try {
            return switch (Act.of(draft.content(now()))) {
                case Act.Forward(var entries, var recipients) ->
                        unphonedGift(dossier, entries, recipients);
                case Act.Release(_, var entries, var recipients, _, _) ->
                        unphonedGift(dossier, entries, recipients);
                case Act _ -> Optional.empty();
            };
        } catch (Malformed _) {
            return Optional.empty();
        }
    }

    private Optional<String> unphonedGift(
            DossierId dossier, Set<EntryId> entries, Audience recipients) {
        return unphoned(recipients)
                .filter(
                        _ ->
                                picture(dossier).stream()
                                        .flatMap(picture -> picture.lines().stream())
                                        .filter(line -> entries.contains(line.id()))
                                        .anyMatch(Vault::isMoreThanH0));
    }

    private static boolean isMoreThanH0(Picture.Line line) {
        return line.sight() instanceof Sight.Read(var content)
                && !content.handling().has(HandlingCode.H0);
    }

    private boolean isPhoned(NodeId node) {
        return node.equals(transactions.self()) || peerings.isPhoned(node);
    }

    /// Takes back what this node would still hand out of an entry.
    public void withhold(EntryId entry) {
        transactions.write(
                store -> {
                    store.shelf().removeOwn(entry);
                    return entry;
                });
    }

    /// Destroys what this node holds of an entry; its envelope stays.
    ///
    /// @return whether it was not erased before; what never came is noted as erased, so that it is not kept when it comes
    public boolean erase(EntryId entry) {
        return transactions.write(store -> store.erase(entry));
    }

    /// What follows from all that this node holds of a dossier; empty for one that it does not belong to.
    ///
    /// For folds and decisions. It holds contents: what is shown to a person goes through [ShowingDossier].
    @Transactional(readOnly = true)
    public Optional<Picture> picture(DossierId dossier) {
        DatabaseStore store = transactions.store();
        List<Placed> placed = store.envelopes().all(dossier);
        var entries = new DossierEntries(placed);
        if (!new Members(entries).ever(dossier).contains(transactions.self())) {
            return Optional.empty();
        }
        SortedMap<EntryId, Sight> sights = store.contents().sights(dossier, placed);
        Picture picture =
                Folding.fold(dossier, entries, sights, store.receipts().of(dossier), types);
        var given = store.contents().given(dossier);
        return Optional.of(new Gifts(picture, transactions.self(), given).counted());
    }

    /// The desks of this node that take part in a dossier, and those for which something was that is void because it breaks
    /// its type: it counts for nothing, but that it came is theirs to see.
    public Set<DeskId> everAddressed(Picture picture) {
        var desks = new TreeSet<DeskId>(HeldEntry.desksTakingPart(picture, self()));
        StoredContents contents = transactions.store().contents();
        for (Picture.Line line : picture.lines()) {
            if (line.sight().equals(new Sight.Voided(VoidReason.BREAKS_ITS_TYPE))
                    && contents.sight(line.id()) instanceof Sight.Read(var content)) {
                desks.addAll(
                        content.audience()
                                .desks()
                                .getOrDefault(self(), Collections.emptySortedSet()));
            }
        }
        return desks;
    }

    /// An entry whose content this node holds.
    @Transactional(readOnly = true)
    public Optional<HeldEntry> held(EntryId entry) {
        return dossierOf(entry)
                .flatMap(this::picture)
                .flatMap(picture -> HeldEntry.in(picture, entry));
    }

    /// Who at this node wrote an entry; empty for one of another node, and where its content is not held any longer.
    @Transactional(readOnly = true)
    public Optional<Writer> writerOf(EntryId entry) {
        DatabaseStore store = transactions.store();
        boolean ours =
                store.envelopes().find(entry).filter(e -> e.author().equals(self())).isPresent();
        return ours && store.contents().sight(entry) instanceof Sight.Read(var content)
                ? Optional.of(content.writer())
                : Optional.empty();
    }

    /// The node that wrote an entry that has its place here.
    @Transactional(readOnly = true)
    public Optional<NodeId> authorOf(EntryId entry) {
        return transactions.store().envelopes().find(entry).map(Placed::author);
    }

    /// The dossier of an entry that has its place here.
    @Transactional(readOnly = true)
    public Optional<DossierId> dossierOf(EntryId entry) {
        return transactions.store().envelopes().find(entry).map(Placed::dossier);
    }

    /// The dossiers that this node was ever named in as a member, now or before.
    @Transactional(readOnly = true)
    public List<DossierId> naming(NodeId node) {
        return transactions.store().envelopes().naming(node);
    }

    /// Entries and dossiers whose identity starts so, at most a few: what a person types.
    @Transactional(readOnly = true)
    public List<EntryId> entriesStartingWith(String start) {
        return transactions.store().envelopes().startingWith(start);
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
