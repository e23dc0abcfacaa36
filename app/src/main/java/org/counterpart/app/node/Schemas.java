package org.counterpart.app.node;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

/// Brings the tables of every area up to date, each area with its own history, so that areas do not share a counter.
final class Schemas {
    private static final String HISTORY = "migration";

    private Schemas() {}

    static void migrate(DataSource source, List<Schema> schemas) {
        for (Schema schema : inOrder(schemas)) {
            try {
                Flyway.configure()
                        .dataSource(source)
                        .defaultSchema(schema.area())
                        .table(HISTORY)
                        .locations("classpath:db/migration/" + schema.area())
                        .failOnMissingLocations(true)
                        .validateMigrationNaming(true)
                        .load()
                        .migrate();
            } catch (FlywayException e) {
                throw new DatabaseUnavailable(
                        "The tables of " + schema.area() + " cannot be brought up to date.", e);
            }
        }
    }

    /// Areas that others refer to come first, else by name: the same order on every node.
    static List<Schema> inOrder(List<Schema> schemas) {
        Map<String, Schema> waiting = new LinkedHashMap<>();
        schemas.stream()
                .sorted(java.util.Comparator.comparing(Schema::area))
                .forEach(schema -> waiting.put(schema.area(), schema));
        List<Schema> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Schema next =
                    waiting.values().stream()
                            .filter(
                                    schema ->
                                            schema.after().stream().noneMatch(waiting::containsKey))
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            new DatabaseUnavailable(
                                                    "The areas "
                                                            + waiting.keySet()
                                                            + " wait for each other.",
                                                    "This build is broken; take another."));
            ordered.add(next);
            waiting.remove(next.area());
        }
        return ordered;
    }
}
