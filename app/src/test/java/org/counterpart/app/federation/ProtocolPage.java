package org.counterpart.app.federation;

import org.counterpart.dossier.Json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A page of `docs/protocol` that a test writes from the code.
public final class ProtocolPage {
    private ProtocolPage() {}

    /// A page that has changed is written anew, so that it only has to be committed.
    public static boolean isAsCommitted(String name, String fresh) throws IOException {
        Path page = page(name);
        String before = Files.exists(page) ? Files.readString(page) : "";
        if (!before.equals(fresh)) {
            Files.writeString(page, fresh);
        }
        return before.equals(fresh);
    }

    /// A page of vectors.
    static boolean isAsCommitted(String name, Json.Members fresh) throws IOException {
        return isAsCommitted(name, new String(fresh.bytes(), StandardCharsets.UTF_8) + "\n");
    }

    /// What is committed, without the line feed at its end.
    public static byte[] bytes(String name) throws IOException {
        return Files.readString(page(name)).strip().getBytes(StandardCharsets.UTF_8);
    }

    private static Path page(String name) {
        Path root = Path.of("").toAbsolutePath();
        while (root != null && !Files.isDirectory(root.resolve("docs/protocol"))) {
            root = root.getParent();
        }
        if (root == null) {
            throw new AssertionError("docs/protocol is not above " + Path.of("").toAbsolutePath());
        }
        return root.resolve("docs/protocol").resolve(name);
    }
}
