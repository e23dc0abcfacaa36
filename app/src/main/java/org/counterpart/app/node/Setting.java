package org.counterpart.app.node;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Everything an operator can decide about a node; `docs/operations.md` has the same list with meanings and examples.
public enum Setting {
    STATE("state", "the node's name, when it has two letters"),
    MODE("mode", "demo"),
    OFFICERS_PORT("officers-port", "the first free port from 8440"),
    FEDERATION_PORT("federation-port", "the first free port from 9440"),
    FEDERATION_ADDRESS("federation-address", "127.0.0.1"),
    FEDERATION_URL("federation-url", "https://127.0.0.1 and the federation port"),
    DB_URL("db-url", "none: the node starts its own PostgreSQL"),
    DB_USER("db-user", "counterpart"),
    DB_PASSWORD("db-password", "none"),
    DB_PASSWORD_FILE("db-password-file", "none"),
    DATABASE_HOME("database-home", "db in the node's folder"),
    KEY_PASSWORD("key-password", "none"),
    KEY_PASSWORD_FILE(
            "key-password-file",
            "none; in demo mode key.password in the node's folder, made at the first start"),
    ESCALATION("escalation", "not given"),
    CLOCK_OFFSET("clock-offset", "PT0S");

    private final String key;
    private final String fallback;

    Setting(String key, String fallback) {
        this.key = key;
        this.fallback = fallback;
    }

    /// The name in `node.properties`.
    public String key() {
        return key;
    }

    /// What holds when nobody decides, in words.
    public String fallback() {
        return fallback;
    }

    /// The name of the environment variable, which goes before the file.
    public String variable() {
        return "COUNTERPART_" + key.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /// Passwords are never written into `node.properties`, which a backup may copy.
    boolean mayLieInTheFile() {
        return this != DB_PASSWORD && this != KEY_PASSWORD;
    }

    static Optional<Setting> named(String key) {
        return Arrays.stream(values()).filter(s -> s.key.equals(key)).findFirst();
    }
}
