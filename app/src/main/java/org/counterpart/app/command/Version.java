package org.counterpart.app.command;

import picocli.CommandLine.Command;

import java.util.Map;
import java.util.concurrent.Callable;

/// Which build this is.
@Command(name = "version", description = "Says which build this is.")
final class Version implements Callable<Integer> {
    private final Screen screen;

    Version(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        screen.show(
                new BuildVersion().getVersion()[0],
                () ->
                        Map.of(
                                "version",
                                BuildVersion.number(),
                                "java",
                                Runtime.version().feature()));
        return 0;
    }
}
