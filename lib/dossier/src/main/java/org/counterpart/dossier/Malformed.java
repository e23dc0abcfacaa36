package org.counterpart.dossier;

/// Bytes or text that are not what they claim to be: the message says what was seen and what is allowed.
public final class Malformed extends DossierException {
    public Malformed(String message) {
        super(message);
    }

    Malformed(String message, Throwable cause) {
        super(message, cause);
    }
}
