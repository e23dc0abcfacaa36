package org.counterpart.simulation;

import org.counterpart.replication.Batch;

/// What a corrupt node makes of what its machine would have said.
interface Twisting {
    Batch twist(Node node, Batch batch);
}
