package org.counterpart.app.federation;

import org.counterpart.dossier.NodeId;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/// How many requests each node made in this minute. Peers that speak too fast wait; strangers share one small pot, so
/// that no crowd of invented nodes can grow what is kept here.
@Component
class Pace {
    private final InstantSource clock;
    private final Map<NodeId, Integer> peers = new TreeMap<>();
    private final Map<NodeId, Integer> changes = new TreeMap<>();
    private final Map<NodeId, Integer> reading = new TreeMap<>();
    private int strangers;
    private Instant minute = Instant.MIN;
    private Instant hour = Instant.MIN;

    Pace(InstantSource clock) {
        this.clock = clock;
    }

    /// Counts a request whose signature is that of this peer.
    ///
    /// @return false when it was one too many
    synchronized boolean allows(NodeId peer) {
        turnMinute();
        return peers.merge(peer, 1, Integer::sum) <= FederationLimits.REQUESTS_A_MINUTE;
    }

    /// Counts a change of mind or of card: each leaves its traces here for good.
    ///
    /// @return false when it was one too many
    synchronized boolean allowsChange(NodeId peer) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.HOURS);
        if (!now.equals(hour)) {
            hour = now;
            changes.clear();
        }
        return changes.merge(peer, 1, Integer::sum) <= FederationLimits.CHANGES_AN_HOUR;
    }

    /// Counts a request of which nobody knows who made it.
    ///
    /// @return false when it was one too many
    synchronized boolean allowsStranger() {
        turnMinute();
        strangers = Math.min(strangers + 1, FederationLimits.STRANGERS_A_MINUTE + 1);
        return strangers <= FederationLimits.STRANGERS_A_MINUTE;
    }

    /// Counts a body that is read: a peer that sends hundreds of large ones at a crawl would fill our memory.
    ///
    /// @return false when it was one too many, and is not to be read
    synchronized boolean beginsToRead(NodeId peer) {
        int now = reading.getOrDefault(peer, 0);
        if (now >= FederationLimits.BODIES_AT_ONCE) {
            return false;
        }
        reading.put(peer, now + 1);
        return true;
    }

    synchronized void hasRead(NodeId peer) {
        reading.computeIfPresent(peer, (_, now) -> now > 1 ? now - 1 : null);
    }

    private void turnMinute() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        if (!now.equals(minute)) {
            minute = now;
            peers.clear();
            strangers = 0;
        }
    }
}
