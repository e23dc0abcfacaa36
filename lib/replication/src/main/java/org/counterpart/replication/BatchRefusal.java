package org.counterpart.replication;

/// Why something in a batch is not taken, beyond what the dossier itself refuses.
public enum BatchRefusal {
    /// No peering is in force with the sender.
    SENDER_NOT_A_PEER,
    /// The batch names another node as its receiver.
    NOT_ADDRESSED_TO_US,
    /// It is about a dossier that this node does not belong to.
    NOT_OUR_DOSSIER,
    /// The sender is not, or no longer, a member of the dossier.
    SENDER_NOT_A_MEMBER,
    /// The addressee of a parcel is not, or no longer, a member.
    RECIPIENT_NOT_A_MEMBER,
    RECEIPT_NOT_GENUINE,
    /// The limit for this peer is reached; it is to come again later.
    COME_LATER;

    /// The stable code on the wire.
    public String code() {
        return "BATCH_" + name();
    }
}
