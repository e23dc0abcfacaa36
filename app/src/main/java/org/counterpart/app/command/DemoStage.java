package org.counterpart.app.command;

import org.counterpart.app.node.NodeFolder;
import org.counterpart.app.node.NodeName;
import org.counterpart.app.node.NodeProperties;
import org.counterpart.app.node.Setting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Where the demo plays: its folder and the processes of its nodes, which end with it in whatever way it ends.
///
/// One thread plays and closes. Ctrl-C and SIGTERM interrupt it, and keep the virtual machine until it has closed; so
/// nothing is written to the folder while it is removed.
final class DemoStage implements AutoCloseable {
    /// Longer than all nodes together may take to stop.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final boolean keeps;
    private final Thread player = Thread.currentThread();
    private final List<DemoNode> nodes = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean told;
    private boolean played;
    private boolean closing;

    private DemoStage(Path folder, boolean keeps) {
        this.folder = folder;
        this.keeps = keeps;
    }

    /// @param keeps whether the folder stays when all has ended well
    static DemoStage in(Path folder, boolean keeps) {
        var stage = new DemoStage(folder, keeps);
        Runtime.getRuntime().addShutdownHook(new Thread(stage::tellAndWait, "demo-stop"));
        return stage;
    }

    private void tellAndWait() {
        tell();
        try {
            boolean _ = closed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void tell() {
        if (!closing) {
            told = true;
            player.interrupt();
        }
    }

    /// Starts a node; none any more once the demo is to stop.
    synchronized DemoNode start(String name) {
        if (told) {
            throw new DemoFailed("The demo was interrupted.", "Start it again");
        }
        DemoNode node = DemoNode.started(name, folder);
        nodes.add(node);
        return node;
    }

    /// Every step held: what lies in the folder is of no more use.
    void played() {
        played = true;
    }

    @Override
    public void close() {
        boolean removes = begin();
        try {
            nodes.forEach(DemoNode::tell);
            nodes.forEach(DemoNode::close);
            if (removes) {
                remove();
            }
        } finally {
            closed.countDown();
        }
    }

    /// From now on nothing interrupts. After a step that failed the folder stays, for its logs say why.
    private synchronized boolean begin() {
        closing = true;
        boolean _ = Thread.interrupted();
        return !keeps && (played || told);
    }

    /// The databases may lie elsewhere, where their account can reach them.
    private void remove() {
        for (DemoNode node : nodes) {
            NodeProperties.read(NodeFolder.of(folder, new NodeName(node.name())))
                    .value(Setting.DATABASE_HOME)
                    .map(Path::of)
                    .ifPresent(DemoStage::delete);
        }
        delete(folder);
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
