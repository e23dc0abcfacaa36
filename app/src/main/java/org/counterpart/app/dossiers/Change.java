package org.counterpart.app.dossiers;

import org.counterpart.dossier.Content;
import org.counterpart.dossier.DossierId;
import org.counterpart.dossier.EntryId;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.Receipt;
import org.counterpart.dossier.VoidReason;
import org.counterpart.replication.Report;

/// Something that one transaction changed in the vault.
public sealed interface Change {
    /// An envelope has its place.
    record Placed(org.counterpart.dossier.Placed entry) implements Change {}

    /// An envelope has a place in a dossier that is not ours yet, and may be forgotten again.
    record KeptOnPromise(EntryId entry) implements Change {}

    /// What was kept on a promise stands, for the dossier is ours now.
    record Received(EntryId entry, NodeId author) implements Change {}

    /// A dossier to which a peer invited us is ours.
    record Joined(DossierId dossier) implements Change {}

    /// Its sealed part was opened and is kept.
    record Opened(EntryId entry, Content content) implements Change {}

    /// What was sealed to this node does not count.
    record FoundVoid(EntryId entry, VoidReason reason) implements Change {}

    /// A node signed that it has it.
    record Signed(Receipt receipt) implements Change {}

    /// Key and content are destroyed here.
    record Erased(EntryId entry) implements Change {}

    /// Something was refused or found wrong.
    record Reported(Report report) implements Change {}
}
