package org.counterpart.app.dossiers;

import org.counterpart.dossier.SignedCard;

/// This node shows a newer card; the members of its dossiers are to seal to that one.
public record CardRenewed(SignedCard card) {}
