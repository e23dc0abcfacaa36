package org.counterpart.simulation;

import org.counterpart.replication.Batch;

/// Drives the corrupt nodes.
final class Adversary implements Twisting {
    void act(Conversations conversations) {}

    @Override
    public Batch twist(Node node, Batch batch) {
        return batch;
    }
}
