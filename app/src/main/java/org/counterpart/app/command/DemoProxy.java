package org.counterpart.app.command;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The line between two nodes, which can be cut and healed. It carries bytes and understands nothing of them.
final class DemoProxy implements Closeable {
    private final ServerSocket door;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    private DemoProxy(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    /// A line to a port of this machine.
    static DemoProxy to(int target) {
        try {
            var proxy =
                    new DemoProxy(
                            new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
            Thread.ofVirtual().start(proxy::serve);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where to call instead of the target.
    String url() {
        return "https://127.0.0.1:" + door.getLocalPort();
    }

    /// Ends what is being said, and lets nobody through.
    void cut() {
        cut = true;
        open.forEach(DemoProxy::end);
    }

    void heal() {
        cut = false;
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                Thread.ofVirtual().start(() -> carry(caller));
            } catch (IOException e) {
                end(door);
            }
        }
    }

    private void carry(Socket caller) {
        try (caller;
                var called = new Socket(InetAddress.getLoopbackAddress(), target)) {
            open.add(caller);
            open.add(called);
            if (cut) {
                return;
            }
            Thread there = Thread.ofVirtual().start(() -> pump(caller, called));
            pump(called, caller);
            there.join();
        } catch (IOException e) {
            end(caller);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(caller);
            open.removeIf(Socket::isClosed);
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            end(to);
        }
    }

    private static void end(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        end(door);
        cut();
    }
}
