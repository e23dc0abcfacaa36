package org.counterpart.app.access;

import org.counterpart.app.node.NodeFolder;
import org.counterpart.app.node.Settings;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/// The files `officers/<name>.token` by which the command line speaks as an officer; only the node's account reads them.
/// An operator hands the file over and deletes it where officers do not work on the node's own machine.
@Component
class TokenFiles {
    private static final String ONLY_OWNER = "rw-------";

    private final NodeFolder folder;

    TokenFiles(Settings settings) {
        folder = settings.folder();
    }

    /// Makes the file new with its permissions and then gives it the name, so that nobody can have it open before.
    Path write(OfficerName name, Token token) {
        Path file = file(name);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            Files.createFile(
                    fresh,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(ONLY_OWNER)));
            Files.write(fresh, token.line());
            return Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the token file of " + name + " cannot be written", e);
        }
    }

    void delete(OfficerName name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException("the token file of " + name + " cannot be deleted", e);
        }
    }

    private Path file(OfficerName name) {
        return folder.officers().resolve(name.text() + ".token");
    }
}
