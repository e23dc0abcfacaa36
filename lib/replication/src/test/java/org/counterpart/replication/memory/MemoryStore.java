package org.counterpart.replication.memory;

import org.counterpart.dossier.Placed;
import org.counterpart.replication.Report;
import org.counterpart.replication.Store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The store of one node in memory.
public final class MemoryStore implements Store {
    private final Journal journal;
    private final MemoryEnvelopes envelopes;
    private final MemoryContents contents;
    private final MemoryShelf shelf;
    private final MemoryReceipts receipts;
    private final MemoryPeers peers;
    private final List<Report> reports = new ArrayList<>();

    public MemoryStore(Journal journal) {
        this.journal = journal;
        this.envelopes = new MemoryEnvelopes(journal);
        this.contents = new MemoryContents(journal, id -> envelopes.find(id));
        this.shelf = new MemoryShelf(journal, id -> envelopes.find(id).map(Placed::dossier));
        this.receipts = new MemoryReceipts(journal);
        this.peers = new MemoryPeers(journal);
    }

    @Override
    public MemoryEnvelopes envelopes() {
        return envelopes;
    }

    @Override
    public MemoryContents contents() {
        return contents;
    }

    @Override
    public MemoryShelf shelf() {
        return shelf;
    }

    @Override
    public MemoryReceipts receipts() {
        return receipts;
    }

    @Override
    public MemoryPeers peers() {
        return peers;
    }

    @Override
    public void report(Report report) {
        journal.announceWrite();
        reports.add(report);
        journal.written(reports::removeLast);
    }

    /// All that was reported, oldest first.
    public List<Report> reports() {
        return Collections.unmodifiableList(reports);
    }
}
