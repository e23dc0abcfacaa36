package org.counterpart.app;

import org.counterpart.app.command.Commands;
import org.counterpart.app.node.NodeProcess;

/// The main class: the command line. Spring starts only inside the commands that serve.
public final class Counterpart {
    private Counterpart() {}

    /// Runs one command and tells the shell how it ended.
    public static void main(String[] words) {
        var commands =
                new Commands(
                        (order, whenReady) ->
                                NodeProcess.serve(NodeApplication.class, order, whenReady));
        System.exit(commands.run(words));
    }
}
