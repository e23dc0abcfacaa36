package org.counterpart.app.node;

import org.counterpart.app.node.StartSettings.DatabasePlace;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// One node of this process, from its settings to its last closed connection.
/// The order is: check settings, take the folder's lock, keep what was decided, then keys, database and Spring.
final class RunningNode implements AutoCloseable {
    private final Settings settings;
    private final ConfigurableApplicationContext context;
    private final StartingDatabase database;
    private final FolderLock lock;
    private final CountDownLatch ended;

    private RunningNode(
            Settings settings,
            ConfigurableApplicationContext context,
            StartingDatabase database,
            FolderLock lock) {
        this.settings = settings;
        this.context = context;
        this.database = database;
        this.lock = lock;
        this.ended = new CountDownLatch(1);
        context.addApplicationListener(
                (ApplicationListener<ContextClosedEvent>) _ -> ended.countDown());
    }

    static RunningNode start(Class<?> application, StartOrder order, LogPlace log) {
        Claim claim = claim(order);
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
                                    database));
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

    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    @Override
    public void close() {
        context.close();
        database.close();
        lock.close();
    }

    /// One start at a time in a data folder, so that two new nodes do not choose the same ports.
    private static Claim claim(StartOrder order) {
        NodeFolder folder = NodeFolder.of(order.data(), order.node());
        PrivateFiles.makeFolder(order.data(), PrivateFiles.OTHERS_PASS_THROUGH);
        try (FolderLock _ = FolderLock.take(order.data().resolve("starting.lock"))) {
            NodeProperties kept = NodeProperties.read(folder);
            var source = new SettingsSource(order.given(), order.environment(), kept.all());
            StartSettings settings =
                    StartSettings.read(order.node(), folder, source, new Ports(order.data()));
            refuseAnotherState(kept, settings.shared());
            PrivateFiles.makeFolder(folder.path(), PrivateFiles.OTHERS_PASS_THROUGH);
            PrivateFiles.makeFolder(folder.officers(), PrivateFiles.ONLY_OWNER_ENTERS);
            FolderLock lock =
                    FolderLock.tryTake(folder.lock())
                            .orElseThrow(
                                    () ->
                                            new AlreadyRunning(
                                                    order.node(),
                                                    FolderLock.holder(folder.lock())));
            try {
                Ports.check(settings.shared().listeners());
                kept.keep(decided(settings.shared()));
            } catch (RuntimeException e) {
                lock.close();
                throw e;
            }
            return new Claim(settings, kept, lock);
        }
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

    private static Map<Setting, String> decided(Settings settings) {
        Map<Setting, String> decided = new EnumMap<>(Setting.class);
        decided.put(Setting.STATE, settings.state().text());
        decided.put(Setting.OFFICERS_PORT, "" + settings.listeners().officersPort());
        decided.put(Setting.FEDERATION_PORT, "" + settings.listeners().federationPort());
        return decided;
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
            if (cause instanceof PortInUseException taken) {
                boolean officers = taken.getPort() == settings.listeners().officersPort();
                return new PortTaken(
                        officers ? Setting.OFFICERS_PORT : Setting.FEDERATION_PORT,
                        taken.getPort());
            }
        }
        return failure;
    }

    /// The folder is ours until the lock is closed.
    private record Claim(StartSettings settings, NodeProperties kept, FolderLock lock) {}

    /// Where the log goes once the settings are known.
    interface LogPlace {
        void into(Settings settings);
    }
}
