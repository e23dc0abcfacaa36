package org.counterpart.app.node;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// What the process gives to all areas: time, randomness, database, listeners. Settings, keys and the log are made
/// before Spring and handed in by [RunningNode].
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class NodeConfiguration {
    private static final int CONNECTIONS = 12;
    private static final Duration CONNECTION_PATIENCE = Duration.ofSeconds(5);

    @Bean
    InstantSource time(Settings settings) {
        return Wiring.time(settings.clockOffset());
    }

    @Bean
    SecureRandom random() {
        return Wiring.random();
    }

    /// The folder of the node, and that of its own database where it has one.
    @Bean
    Room room(Settings settings) {
        var places = new ArrayList<>(List.of(settings.folder().path()));
        NodeProperties.read(settings.folder())
                .value(Setting.DATABASE_HOME)
                .map(Path::of)
                .ifPresent(places::add);
        return new Room(places);
    }

    @Bean
    Schema nodeSchema() {
        return Schema.of("node");
    }

    /// Closed after the pool below, which depends on it.
    @Bean(destroyMethod = "close")
    Database database(StartingDatabase starting) {
        return starting.await();
    }

    /// Errors of the server come without their detail, which quotes values.
    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(
            Database database, List<Schema> schemas, KeyFile keys, InstantSource time) {
        var config = new HikariConfig();
        config.setPoolName("node");
        config.setJdbcUrl(database.url());
        config.setUsername(database.user());
        config.setPassword(database.password().text(SecretAccess.GRANTED));
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(CONNECTION_PATIENCE.toMillis());
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("ApplicationName", "counterpart");
        HikariDataSource source = connected(config, database);
        Schemas.migrate(source, schemas);
        Identity.check(JdbcClient.create(source), keys, time.instant());
        return source;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> twoListeners(
            Settings settings, KeyFile keys) {
        return new TwoListeners(settings.listeners(), keys.tls());
    }

    @Bean
    SealingKeyRenewal sealingKeyRenewal(
            KeyFile keys, ApplicationEventPublisher events, EventLog log) {
        return new SealingKeyRenewal(keys, events, log);
    }

    private static HikariDataSource connected(HikariConfig config, Database database) {
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            throw new DatabaseUnavailable(
                    "The database (" + database.words() + ") does not accept the node.",
                    "Check that it runs and that COUNTERPART_DB_URL, _USER and _PASSWORD_FILE are"
                            + " right.",
                    e);
        }
    }
}
