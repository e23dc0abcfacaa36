package org.counterpart.replication;

import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.NodeId;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.SortedSet;
import java.util.TreeSet;

/// What is to be said back to a peer, once what it said is committed. Lost in a crash, and then asked for again.
public final class Answer {
    /// In the order in which the peer spoke of them.
    final SequencedSet<DossierId> mention = new LinkedHashSet<>();

    /// Dossiers of which the peer has shown in this batch that it belongs to them, while we are behind.
    final SortedSet<DossierId> vouched = new TreeSet<>();

    final SortedSet<DossierId> silent = new TreeSet<>();
    final List<Want> wants = new ArrayList<>();
    final List<Want> serve = new ArrayList<>();
    final List<Kept> kept = new ArrayList<>();
    final List<Declined> declined = new ArrayList<>();

    /// Whether it holds more than the mention of how far we are. What we do not take for now the peer hears when it
    /// brings it again: a request for that alone would be answered by the same, without end.
    boolean deservesARequest(NodeId self) {
        return !wants.isEmpty()
                || !serve.isEmpty()
                || !kept.isEmpty()
                || declined.stream().anyMatch(one -> TakingRefusals.standsForGood(one, self));
    }
}
