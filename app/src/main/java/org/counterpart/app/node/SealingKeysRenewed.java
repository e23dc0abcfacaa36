package org.counterpart.app.node;

/// The node has a new sealing key, or destroyed old private halves; its card must say so.
public record SealingKeysRenewed(int made, int destroyed) {}
