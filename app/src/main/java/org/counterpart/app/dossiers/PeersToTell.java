package org.counterpart.app.dossiers;

/// Something was committed that peers may have to be told of; published inside the transaction that changed it.
public record PeersToTell() {}
