package org.counterpart.app.directory;

/// This node serves a desk more; peers may be told. Published within the transaction that added it.
public record DeskAdded(Desk.Own desk) {}
