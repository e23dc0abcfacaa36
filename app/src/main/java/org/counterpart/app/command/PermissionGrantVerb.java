package org.counterpart.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.Callable;

/// Grants what was asked for.
@Command(name = "grant", description = "Grants what was asked for, in full, until a day.")
final class PermissionGrantVerb implements Callable<Integer> {
    private final Root root;
    private final Screen screen;

    @Parameters(
            index = "0",
            paramLabel = "REQUEST",
            description = "the entry that asks, or its first digits")
    private String request = "";

    @Option(
            names = "--until",
            required = true,
            paramLabel = "DATE",
            description = "the last day of it, such as 2027-01-31 (UTC)")
    private LocalDate until = LocalDate.EPOCH;

    PermissionGrantVerb(Root root, Screen screen) {
        this.root = root;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        long expires = until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        JsonNode sent =
                new NodeClient(root)
                        .post(
                                "/exchange/permission/grant",
                                Map.of("request", request, "expires", expires));
        screen.show(
                SentWords.of(
                        root,
                        "Released until the end of "
                                + until
                                + " (UTC), for this use and these entries alone.",
                        sent),
                () -> sent);
        return 0;
    }
}
