package org.counterpart.app.dossiers;

/// What should not happen in the vault; each reason is a class of its own.
abstract class VaultException extends RuntimeException {
    VaultException(String message) {
        super(message);
    }

    VaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
