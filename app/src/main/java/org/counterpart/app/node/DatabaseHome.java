package org.counterpart.app.node;

import org.counterpart.app.node.StartSettings.DatabasePlace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Map;
import java.util.Optional;

/// The folder of a node's own database, owned by the account of the server and closed to all others.
/// The cluster lies in `cluster`; it gets that name only when `initdb` is through.
record DatabaseHome(Path folder) {

    /// Uses the folder that was decided at an earlier start, or decides now. A clone below /root is closed to the
    /// server's account, so its databases go to the shared folder, under a name that is never used twice.
    static DatabaseHome in(DatabasePlace place, Account account, Path shared, NodeName node) {
        Path folder =
                switch (place) {
                    case DatabasePlace.Chosen chosen -> chosen.home();
                    case DatabasePlace.Undecided undecided ->
                            canReach(account, undecided.preferred())
                                    ? undecided.preferred()
                                    : elsewhere(shared, node);
                    case DatabasePlace.External _ ->
                            throw new DatabaseUnavailable(
                                    "The database is external.", "Its own operator keeps it.");
                };
        return new DatabaseHome(owned(folder, account));
    }

    Path cluster() {
        return folder.resolve("cluster");
    }

    Path unfinished() {
        return folder.resolve("cluster.unfinished");
    }

    /// What the next start must know to find this database again.
    Map<Setting, String> decision() {
        return Map.of(Setting.DATABASE_HOME, folder.toString());
    }

    private static boolean canReach(Account account, Path folder) {
        Path parent = folder.getParent();
        return parent != null && account.succeeds("test", "-x", parent.toString());
    }

    private static Path elsewhere(Path shared, NodeName node) {
        Path databases = shared.resolve("databases");
        PrivateFiles.makeFolder(databases, PrivateFiles.OTHERS_PASS_THROUGH);
        try {
            return Files.createTempDirectory(databases, node + "-");
        } catch (IOException e) {
            throw new FolderUnusable(databases, e);
        }
    }

    private static Path owned(Path folder, Account account) {
        PrivateFiles.makeFolder(folder, PrivateFiles.ONLY_OWNER_ENTERS);
        give(folder, account.owner());
        if (!account.succeeds("test", "-w", folder.toString())) {
            throw new DatabaseUnavailable(
                    "The account of the database ("
                            + account.words()
                            + ") cannot write to "
                            + folder
                            + ".",
                    "Let that account through every folder above it, or set"
                            + " COUNTERPART_DATABASE_HOME.");
        }
        return folder;
    }

    static void give(Path path, Optional<String> owner) {
        if (owner.isEmpty()) {
            return;
        }
        try {
            UserPrincipal principal =
                    path.getFileSystem()
                            .getUserPrincipalLookupService()
                            .lookupPrincipalByName(owner.get());
            Files.setOwner(path, principal);
        } catch (IOException e) {
            throw new FolderUnusable(path, e);
        }
    }
}
