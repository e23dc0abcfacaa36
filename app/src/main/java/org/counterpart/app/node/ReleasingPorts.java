package org.counterpart.app.node;

import org.springframework.context.SmartLifecycle;

/// Lets go of the ports of this start right before the listeners take them.
final class ReleasingPorts implements SmartLifecycle {
    /// Spring Boot starts its server at 2048 below the last phase.
    private static final int BEFORE_THE_SERVER = SmartLifecycle.DEFAULT_PHASE - 2049;

    private final Ports ports;
    private volatile boolean running;

    ReleasingPorts(Ports ports) {
        this.ports = ports;
    }

    @Override
    public void start() {
        ports.close();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_SERVER;
    }
}
