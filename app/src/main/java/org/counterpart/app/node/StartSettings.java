package org.counterpart.app.node;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// The settings of a node with those that only its start may see: where its database and its passwords are.
record StartSettings(Settings shared, DatabasePlace database, PasswordPlace keyPassword) {

    /// Reads and checks everything, so that one bad setting stops the start before anything is made.
    static StartSettings read(
            NodeName node, NodeFolder folder, SettingsSource source, Ports ports) {
        StateCode state = source.state(node);
        Mode mode = source.mode();
        var federationAddress = source.address(Setting.FEDERATION_ADDRESS);
        String escalation = source.escalation();
        var clockOffset = source.clockOffset(mode);
        var federationUrl = source.url(Setting.FEDERATION_URL);
        var database = database(source, folder);
        var keyPassword = keyPassword(source, folder, mode);

        int officersPort =
                source.port(Setting.OFFICERS_PORT)
                        .orElseGet(
                                () ->
                                        ports.firstFree(
                                                InetAddress.getLoopbackAddress(),
                                                Ports.OFFICERS_BASE));
        int federationPort =
                source.port(Setting.FEDERATION_PORT)
                        .orElseGet(() -> ports.firstFree(federationAddress, Ports.FEDERATION_BASE));
        if (officersPort == federationPort) {
            throw SettingsSource.bad(
                    Setting.FEDERATION_PORT,
                    "" + federationPort,
                    "another port than that of the officers");
        }
        var listeners =
                new Listeners(
                        officersPort,
                        federationAddress,
                        federationPort,
                        federationUrl.orElseGet(
                                () -> URI.create("https://127.0.0.1:" + federationPort)));
        return new StartSettings(
                new Settings(node, folder, state, mode, listeners, escalation, clockOffset),
                database,
                keyPassword);
    }

    private static DatabasePlace database(SettingsSource source, NodeFolder folder) {
        Optional<String> url = source.text(Setting.DB_URL);
        if (url.isEmpty()) {
            return source.path(Setting.DATABASE_HOME)
                    .<DatabasePlace>map(DatabasePlace.Chosen::new)
                    .orElseGet(() -> new DatabasePlace.Undecided(folder.database()));
        }
        if (!url.get().startsWith("jdbc:postgresql:")) {
            throw SettingsSource.bad(
                    Setting.DB_URL, url.get(), "an address that starts with jdbc:postgresql:");
        }
        return new DatabasePlace.External(
                url.get(),
                source.text(Setting.DB_USER).orElse("counterpart"),
                password(source, Setting.DB_PASSWORD, Setting.DB_PASSWORD_FILE)
                        .orElseGet(PasswordPlace.None::new));
    }

    private static PasswordPlace keyPassword(SettingsSource source, NodeFolder folder, Mode mode) {
        return password(source, Setting.KEY_PASSWORD, Setting.KEY_PASSWORD_FILE)
                .orElseGet(
                        () -> {
                            if (mode == Mode.PRODUCTION) {
                                throw SettingsSource.bad(
                                        Setting.KEY_PASSWORD_FILE,
                                        "",
                                        "in production mode a file that holds the key file's"
                                                + " password");
                            }
                            return new PasswordPlace.MadeAtFirstStart(folder.keyPassword());
                        });
    }

    private static Optional<PasswordPlace> password(
            SettingsSource source, Setting value, Setting file) {
        Optional<PasswordPlace> given =
                source.text(value).map(text -> new PasswordPlace.Given(Secret.ofText(text)));
        return given.or(() -> source.path(file).map(PasswordPlace.InFile::new));
    }

    /// Where the node's own database lies, or which one it is told to use.
    sealed interface DatabasePlace {
        /// Nobody decided: the preferred folder, or another when the database's account cannot reach it.
        record Undecided(Path preferred) implements DatabasePlace {}

        record Chosen(Path home) implements DatabasePlace {}

        record External(String url, String user, PasswordPlace password) implements DatabasePlace {}
    }

    /// Where a password is to be had.
    sealed interface PasswordPlace {
        record Given(Secret password) implements PasswordPlace {}

        record InFile(Path file) implements PasswordPlace {}

        record MadeAtFirstStart(Path file) implements PasswordPlace {}

        record None() implements PasswordPlace {}
    }
}
