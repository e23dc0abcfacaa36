package org.counterpart.dossier;

/// Why a parcel is not taken. Unlike [VoidReason] it says nothing about the entry: another parcel may serve.
public enum ParcelRefusal {
    /// Addressed to another node, which we do not carry for.
    NOT_FOR_US,
    /// Not signed by the node that it names as its maker, or altered since.
    WRAP_NOT_GENUINE,
    /// Made for a sealing key that is gone; the author wraps again to the newest card.
    SEALED_TO_AN_OLD_KEY,
    /// Its maker is not the author, and no forward or release that we hold allows it.
    MAKER_NOT_ALLOWED,
    /// A maker other than the author wrapped another key.
    DOES_NOT_OPEN;

    /// The code on the wire.
    public String code() {
        return "PARCEL_" + name();
    }
}
