package org.counterpart.app.node;

import org.counterpart.app.node.StartSettings.DatabasePlace;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.ConnectorStartFailedException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

import java.net.BindException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;

/// One node of this process, from its settings to its last closed connection.
/// The order is: check settings, take the folder's lock, keep what was decided, then keys, database and Spring.
final class RunningNode implements AutoCloseable {
    private static final int TRIES = 5;

    private final Settings settings;
    private final ConfigurableApplicationContext context;
    private final StartingDatabase database;
    private final FolderLock lock;

    private RunningNode(
            Settings settings,
            ConfigurableApplicationContext context,
            StartingDatabase database,
            FolderLock lock) {
        this.settings = settings;
        this.context = context;
        this.database = database;
        this.lock = lock;
    }

    /// Where a port that was chosen now is lost to somebody faster, another is chosen; one that was set or is kept is not.
    static RunningNode start(Class<?> application, StartOrder order, LogPlace log) {
        for (int left = TRIES; true; left--) {
            Claim claim = claim(order);
            try (Ports _ = claim.ports()) {
                return start(application, claim, log);
            } catch (PortTaken e) {
                if (left == 1 || !claim.ports().chose(e.port())) {
                    throw e;
                }
            }
        }
    }

    private static RunningNode start(Class<?> application, Claim claim, LogPlace log) {
        Settings settings = claim.settings().shared();
        log.into(settings);
        SecureRandom random = Wiring.random();
        var database = new StartingDatabase(() -> startDatabase(claim, random));
        try {
            KeyFile keys =
                    KeyFile.open(
                            settings.folder().keys(),
                            Password.from(claim.settings().keyPassword(), random),
                            Wiring.time(settings.clockOffset()),
                            random);
            var context =
                    runSpring(
                            application,
                            Map.of(
                                    "settings",
                                    settings,
                                    "keyFile",
                                    keys,
                                    "eventLog",
                                    new EventLog(),
                                    "startingDatabase",
                                    database,
                                    "releasingPorts",
                                    new ReleasingPorts(claim.ports())));
            claim.kept().keep(ports(settings));
            return new RunningNode(settings, context, database, claim.lock());
        } catch (RuntimeException e) {
            database.close();
            claim.lock().close();
            throw reason(e, settings);
        }
    }

    Settings settings() {
        return settings;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /// Also when the application ends by itself.
    void whenClosed(Runnable then) {
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) _ -> then.run());
    }

    @Override
    public void close() {
        context.close();
        database.close();
        lock.close();
    }

    /// One start at a time in a data folder, so that none reads what another is about to write.
    private static Claim claim(StartOrder order) {
        NodeFolder folder = NodeFolder.of(order.data(), order.node());
        PrivateFiles.makeFolder(order.data(), PrivateFiles.OTHERS_PASS_THROUGH);
        try (FolderLock _ = FolderLock.take(order.data().resolve("starting.lock"))) {
            var ports = new Ports(order.data());
            try {
                return claim(order, folder, ports);
            } catch (RuntimeException e) {
                ports.close();
                throw e;
            }
        }
    }

    private static Claim claim(StartOrder order, NodeFolder folder, Ports ports) {
        NodeProperties kept = NodeProperties.read(folder);
        var source = new SettingsSource(order.given(), order.environment(), kept.all());
        StartSettings settings = StartSettings.read(order.node(), folder, source, ports);
        refuseAnotherState(kept, settings.shared());
        PrivateFiles.makeFolder(folder.path(), PrivateFiles.OTHERS_PASS_THROUGH);
        PrivateFiles.makeFolder(folder.officers(), PrivateFiles.ONLY_OWNER_ENTERS);
        FolderLock lock =
                FolderLock.tryTake(folder.lock())
                        .orElseThrow(
                                () ->
                                        new AlreadyRunning(
                                                order.node(), FolderLock.holder(folder.lock())));
        try {
            ports.check(settings.shared().listeners());
            kept.keep(Map.of(Setting.STATE, settings.shared().state().text()));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
        return new Claim(settings, kept, lock, ports);
    }

    private static void refuseAnotherState(NodeProperties kept, Settings settings) {
        kept.value(Setting.STATE)
                .filter(state -> !state.equals(settings.state().text()))
                .ifPresent(
                        state -> {
                            throw SettingsSource.bad(
                                    Setting.STATE,
                                    settings.state().text(),
                                    state + ", because this node was made for that state");
                        });
    }

    /// Kept once the node is ready, when others may come to know them: a start that failed binds to nothing.
    private static Map<Setting, String> ports(Settings settings) {
        return Map.of(
                Setting.OFFICERS_PORT,
                "" + settings.listeners().officersPort(),
                Setting.FEDERATION_PORT,
                "" + settings.listeners().federationPort());
    }

    private static Database startDatabase(Claim claim, SecureRandom random) {
        DatabasePlace place = claim.settings().database();
        if (place instanceof DatabasePlace.External external) {
            return new Database.External(
                    external.url(), external.user(), Password.from(external.password(), random));
        }
        Settings settings = claim.settings().shared();
        NodeFolder folder = settings.folder();
        PrivateFiles.makeFolder(
                folder.databaseLog().resolveSibling("."), PrivateFiles.ONLY_OWNER_ENTERS);
        Account account = Account.forThisProcess();
        Path shared = SharedFolder.find(account);
        DatabaseHome home = DatabaseHome.in(place, account, shared, settings.node());
        claim.kept().keep(home.decision());
        var cluster =
                new Cluster(
                        home, PostgresBinaries.unpackedIn(shared), account, folder.databaseLog());
        return EmbeddedPostgres.start(
                cluster, Password.keptIn(folder.databasePassword(), random), new EventLog());
    }

    /// Settings of Spring in files or folders beside the process are not read: the node has its own, and few.
    private static ConfigurableApplicationContext runSpring(
            Class<?> application, Map<String, Object> ours) {
        return new SpringApplicationBuilder(application)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .initializers(context -> ours.forEach(context.getBeanFactory()::registerSingleton))
                .run(
                        "--spring.config.location=optional:classpath:/none/",
                        "--spring.threads.virtual.enabled=true",
                        "--spring.jmx.enabled=false",
                        "--spring.lifecycle.timeout-per-shutdown-phase=10s",
                        "--spring.web.error.whitelabel.enabled=false",
                        "--spring.web.error.include-path=never");
    }

    private static RuntimeException reason(RuntimeException failure, Settings settings) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NodeFailure known) {
                return known;
            }
            if (cause instanceof PortInUseException
                    || cause instanceof ConnectorStartFailedException
                    || cause instanceof BindException) {
                return Ports.taken(settings.listeners());
            }
        }
        return failure;
    }

    /// The folder is ours until the lock is closed.
    private record Claim(
            StartSettings settings, NodeProperties kept, FolderLock lock, Ports ports) {}

    /// Where the log goes once the settings are known.
    interface LogPlace {
        void into(Settings settings);
    }
}
