package org.counterpart.app.node;

import org.counterpart.app.node.StartSettings.PasswordPlace;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/// Fetches a password from where the settings say it is.
final class Password {
    private Password() {}

    static Secret from(PasswordPlace place, SecureRandom random) {
        return switch (place) {
            case PasswordPlace.Given given -> given.password();
            case PasswordPlace.InFile inFile -> inFile(inFile.file());
            case PasswordPlace.MadeAtFirstStart made -> keptIn(made.file(), random);
            case PasswordPlace.None() -> Secret.ofText("");
        };
    }

    /// The password in this file; a new one is made and kept there when the file is not there yet.
    static Secret keptIn(Path file, SecureRandom random) {
        if (!Files.exists(file)) {
            Secret fresh = Secret.randomPassword(random);
            PrivateFiles.replace(file, fresh.bytes(SecretAccess.GRANTED));
            return fresh;
        }
        return inFile(file);
    }

    /// A file that all may read holds no secret, so it is refused.
    private static Secret inFile(Path file) {
        String text = new String(PrivateFiles.read(file), StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            throw new KeyFileUnusable(
                    "The password file " + file + " is empty.", "It must hold one password.");
        }
        if (PrivateFiles.othersMayRead(file)) {
            throw new KeyFileUnusable(
                    "The password file " + file + " can be read by everyone.",
                    "Run: chmod 600 " + file);
        }
        return Secret.ofText(text);
    }
}
