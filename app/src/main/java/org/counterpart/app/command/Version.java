package org.counterpart.app.command;

import picocli.CommandLine.Command;

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
                () -> new Json(BuildVersion.number(), Runtime.version().feature()));
        return 0;
    }

    private record Json(String version, int java) {}
}
