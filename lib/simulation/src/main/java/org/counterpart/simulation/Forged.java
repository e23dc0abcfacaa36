package org.counterpart.simulation;

import org.counterpart.replication.Batch;

/// A batch that no honest machine would send, and how it is to be refused.
record Forged(Batch batch, Expected expected) {}
