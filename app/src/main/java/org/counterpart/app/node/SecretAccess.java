package org.counterpart.app.node;

/// The word that must be said to see a secret, so that a search for it finds every place where one is seen.
public enum SecretAccess {
    GRANTED
}
