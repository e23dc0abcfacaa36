package org.counterpart.app.node;

import java.io.IOException;
import java.nio.file.Path;

/// A folder or file of the node cannot be read or written.
final class FolderUnusable extends NodeFailure {
    FolderUnusable(Path path, IOException cause) {
        super(
                ExitCode.FAILED,
                "The path " + path + " cannot be used (" + cause.getClass().getSimpleName() + ").",
                "It must belong to the account that runs the node and be writable for it.",
                cause);
    }
}
