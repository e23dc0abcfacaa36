package org.counterpart.app.node;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.Consumer;

/// A process that serves one node in the foreground until it is told to stop.
public final class NodeProcess {
    private NodeProcess() {}

    /// Starts the node, says when it is ready, and returns when it has ended.
    public static ExitCode serve(
            Class<?> application, StartOrder order, Consumer<NodeReady> whenReady) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        try (StopSignal stop = StopSignal.listen();
                RunningNode node =
                        RunningNode.start(
                                application,
                                order,
                                settings -> LogSetup.into(settings.folder().log()))) {
            Duration took = sinceProcessStart();
            new EventLog()
                    .write(
                            EventLine.of("node.ready")
                                    .id("node", node.settings().node().text())
                                    .took(took));
            whenReady.accept(
                    new NodeReady(node.settings(), node.bean(Database.class).words(), took));
            node.whenClosed(stop::tell);
            stop.await();
            return ExitCode.DONE;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        }
    }

    /// Of the virtual machine; the start that the operating system tells is rounded to seconds.
    private static Duration sinceProcessStart() {
        return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    }
}
