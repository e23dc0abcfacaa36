package org.counterpart.app.command;

import org.counterpart.app.node.ExitCode;
import org.counterpart.app.node.NodeReady;
import org.counterpart.app.node.StartOrder;

import java.util.function.Consumer;

/// Serves a node in this process until it ends; the main class says with which application.
public interface Serving {
    /// Returns when the node has ended, after it was once ready.
    ExitCode serve(StartOrder order, Consumer<NodeReady> whenReady);
}
