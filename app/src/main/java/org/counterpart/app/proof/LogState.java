package org.counterpart.app.proof;

import org.counterpart.ledger.Frontier;

/// The log as it stands: how often this node was restored, and the leaves that have a number.
record LogState(long epoch, Frontier frontier) {}
