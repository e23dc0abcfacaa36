package org.counterpart.app.dossiers;

/// What is stored is not what was written: a changed row, or a key file of another database.
final class VaultDamaged extends VaultException {
    VaultDamaged(String message) {
        super(message);
    }

    VaultDamaged(String message, Throwable cause) {
        super(message, cause);
    }
}
