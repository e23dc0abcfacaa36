package org.counterpart.app.command;

import org.counterpart.app.node.ExitCode;
import org.counterpart.app.node.Listeners;
import org.counterpart.app.node.Mode;
import org.counterpart.app.node.NodeReady;
import org.counterpart.app.node.Setting;
import org.counterpart.app.node.StartOrder;
import org.counterpart.app.node.StateCode;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/// Runs a node in the foreground.
@Command(
        name = "start",
        description = "Runs a node in the foreground until Ctrl-C.",
        footer = {
            "",
            "The first start makes the node's folder with its keys, its database and its ports;"
                    + " later starts go on where the last one stopped. All settings:"
                    + " docs/operations.md."
        })
final class Start implements Callable<Integer> {
    private static final List<String> MODES = Arrays.stream(Mode.values()).map(Mode::word).toList();

    private final Root root;
    private final Screen screen;
    private final Serving serving;

    @Option(
            names = "--state",
            paramLabel = "XX",
            description = "whose node it is, two letters of ISO 3166-1 (default: the node's name)")
    private @Nullable String state;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "demo or production (default: demo)")
    private @Nullable String mode;

    Start(Root root, Screen screen, Serving serving) {
        this.root = root;
        this.screen = screen;
        this.serving = serving;
    }

    @Override
    public Integer call() {
        Map<Setting, String> given = new EnumMap<>(Setting.class);
        if (state != null) {
            given.put(Setting.STATE, code(state));
        }
        if (mode != null) {
            given.put(Setting.MODE, Typed.word("--mode", MODES, mode));
        }
        endWithTheDemo();
        var order = new StartOrder(root.node(), root.data(), given, System.getenv());
        return serving.serve(order, this::show).number();
    }

    /// A node of the demo stops in order when the demo has ended without a word, as by kill -9.
    private static void endWithTheDemo() {
        Long player = Long.getLong(DemoNode.PLAYER);
        if (player == null) {
            return;
        }
        CompletableFuture<?> ended =
                ProcessHandle.of(player)
                        .<CompletableFuture<?>>map(ProcessHandle::onExit)
                        .orElseGet(() -> CompletableFuture.completedFuture(player));
        var _ = ended.thenRun(() -> Runtime.getRuntime().exit(ExitCode.DONE.number()));
    }

    private static String code(String typed) {
        String code = typed.strip().toUpperCase(Locale.ROOT);
        if (!StateCode.isOne(code)) {
            throw Misused.value("--state", typed, StateCode.FORM_IN_WORDS);
        }
        return code;
    }

    private void show(NodeReady ready) {
        screen.show(words(ready), () -> json(ready));
    }

    private static String words(NodeReady ready) {
        Listeners listeners = ready.settings().listeners();
        String keys =
                ready.settings().mode() == Mode.DEMO
                        ? " (demo: whoever reads its folder can open its keys)"
                        : "";
        return """
        node        %s of %s, %s mode%s
        officers    %s
        federation  %s, listening on %s:%d
        database    %s
        ready in %.1f s, Ctrl-C stops it\
        """
                .formatted(
                        ready.settings().node(),
                        ready.settings().state(),
                        ready.settings().mode().word(),
                        keys,
                        listeners.officersUrl(),
                        listeners.federationUrl(),
                        listeners.federationAddress().getHostAddress(),
                        listeners.federationPort(),
                        ready.database(),
                        ready.took().toMillis() / 1000.0);
    }

    private static Map<String, Object> json(NodeReady ready) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("node", ready.settings().node().text());
        fields.put("state", ready.settings().state().text());
        fields.put("mode", ready.settings().mode().word());
        fields.put("officersUrl", ready.settings().listeners().officersUrl().toString());
        fields.put("federationUrl", ready.settings().listeners().federationUrl().toString());
        fields.put("readyMillis", ready.took().toMillis());
        return fields;
    }
}
