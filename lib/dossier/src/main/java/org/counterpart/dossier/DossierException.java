package org.counterpart.dossier;

/// What should not happen to bytes or keys of a dossier; each reason is a class of its own.
public abstract class DossierException extends RuntimeException {
    DossierException(String message) {
        super(message);
    }

    DossierException(String message, Throwable cause) {
        super(message, cause);
    }
}
