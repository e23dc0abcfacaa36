package org.counterpart.app.command;

import org.counterpart.app.node.NodeFolder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The file that makes the command line speak as one officer: `officers/<name>.token`, readable by its owner alone.
record OfficerToken(NodeFolder folder, Optional<String> officer) {
    private static final String ENDING = ".token";

    String read() {
        Path file = file();
        try {
            Set<PosixFilePermission> seen = Files.getPosixFilePermissions(file);
            if (seen.contains(PosixFilePermission.GROUP_READ)
                    || seen.contains(PosixFilePermission.OTHERS_READ)) {
                throw new Misused(
                        "Others can read the token file " + file + ".",
                        "Run: chmod 600 " + Copyable.quoted(file.toString()));
            }
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException _) {
            throw new Misused(
                    "The token file " + file + " cannot be read.",
                    "Run the command as the account of the node");
        }
    }

    /// Where the token is read from.
    Path file() {
        if (officer.isPresent()) {
            Path named = folder.officers().resolve(officer.get() + ENDING).normalize();
            if (folder.officers().equals(named.getParent()) && Files.exists(named)) {
                return named;
            }
            throw names().isEmpty()
                    ? nobody()
                    : new Misused(
                            "--officer is \""
                                    + officer.get()
                                    + "\", who has no token file here; allowed is "
                                    + Typed.oneOf(names())
                                    + ".");
        }
        List<String> names = names();
        if (names.size() == 1) {
            return folder.officers().resolve(names.getFirst() + ENDING);
        }
        throw names.isEmpty()
                ? nobody()
                : new Misused(
                        "--officer NAME is missing; allowed is " + Typed.oneOf(names) + ".",
                        "Say who asks: --officer NAME");
    }

    private Misused nobody() {
        return new Misused(
                "No officer has a token file in " + folder.officers() + ".",
                "Put the file there that officer add wrote for you");
    }

    private List<String> names() {
        if (!Files.isDirectory(folder.officers())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.officers())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException _) {
            throw new Misused(
                    "The folder " + folder.officers() + " cannot be read.",
                    "Run the command as the account of the node");
        }
    }
}
