package org.counterpart.app.dossiers;

import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.NodeId;
import org.counterpart.replication.Report;
import org.counterpart.replication.Store;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.util.List;

/// The store of replication in PostgreSQL, for one transaction.
final class DatabaseStore implements Store {
    private final Changes changes = new Changes();
    private final StoredEnvelopes envelopes;
    private final StoredContents contents;
    private final StoredParcels shelf;
    private final StoredReceipts receipts;
    private final StoredPeers peers;

    DatabaseStore(JdbcClient jdbc, AtRest atRest, NodeId self, Peerings peerings, Instant now) {
        this.envelopes = new StoredEnvelopes(jdbc, now, changes);
        this.contents = new StoredContents(jdbc, atRest, now, changes, envelopes);
        this.shelf = new StoredParcels(jdbc, self, peerings);
        this.receipts = new StoredReceipts(jdbc, changes);
        this.peers = new StoredPeers(jdbc, self, peerings);
    }

    @Override
    public StoredEnvelopes envelopes() {
        return envelopes;
    }

    @Override
    public StoredContents contents() {
        return contents;
    }

    @Override
    public StoredParcels shelf() {
        return shelf;
    }

    @Override
    public StoredReceipts receipts() {
        return receipts;
    }

    @Override
    public StoredPeers peers() {
        return peers;
    }

    @Override
    public void report(Report report) {
        changes.add(new Change.Reported(report));
    }

    /// Destroys a content here, and with it what of it was not handed out yet.
    boolean erase(EntryId entry) {
        shelf.removeOwn(entry);
        return contents.erase(entry);
    }

    List<Change> changes() {
        return changes.made();
    }
}
