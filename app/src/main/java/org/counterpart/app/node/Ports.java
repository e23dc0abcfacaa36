package org.counterpart.app.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Finds ports that no program uses now and no other node of the same data folder keeps for itself, and holds them while
/// the node starts: between choosing and listening lie seconds, in which another node that starts would choose the same.
final class Ports implements AutoCloseable {
    static final int OFFICERS_BASE = 8440;
    static final int FEDERATION_BASE = 9440;
    private static final int TRIES = 500;

    private final TreeMap<Integer, ServerSocket> held = new TreeMap<>();
    private final TreeSet<Integer> kept = new TreeSet<>();

    /// Reads what the other nodes of this data folder keep, also while they do not run.
    Ports(Path data) {
        for (Path folder : foldersIn(data)) {
            NodeProperties properties = NodeProperties.read(new NodeFolder(folder));
            for (Setting setting : List.of(Setting.OFFICERS_PORT, Setting.FEDERATION_PORT)) {
                properties
                        .value(setting)
                        .filter(text -> text.matches("[0-9]{1,5}"))
                        .map(Integer::valueOf)
                        .ifPresent(kept::add);
            }
        }
    }

    int firstFree(InetAddress address, int base) {
        for (int port = base; port < base + TRIES; port++) {
            if (!kept.contains(port) && isHeldNow(address, port)) {
                kept.add(port);
                return port;
            }
        }
        throw new BadSetting(
                "port",
                "none free from " + base + " to " + (base + TRIES - 1),
                "at least one free port");
    }

    /// Whether the port was chosen at this start, and can be chosen otherwise at another.
    boolean chose(int port) {
        return held.containsKey(port);
    }

    /// A port chosen earlier may have been taken since; the node never moves by itself, because others know its port.
    void check(Listeners listeners) {
        if (!chose(listeners.officersPort())
                && !isFree(InetAddress.getLoopbackAddress(), listeners.officersPort())) {
            throw new PortTaken(Setting.OFFICERS_PORT, listeners.officersPort());
        }
        if (!chose(listeners.federationPort())
                && !isFree(listeners.federationAddress(), listeners.federationPort())) {
            throw new PortTaken(Setting.FEDERATION_PORT, listeners.federationPort());
        }
    }

    /// Which port it was that a listener did not get.
    static PortTaken taken(Listeners listeners) {
        return isFree(InetAddress.getLoopbackAddress(), listeners.officersPort())
                ? new PortTaken(Setting.FEDERATION_PORT, listeners.federationPort())
                : new PortTaken(Setting.OFFICERS_PORT, listeners.officersPort());
    }

    /// Lets go of what is held, for the listeners of the node to take.
    @Override
    public void close() {
        for (ServerSocket socket : held.values()) {
            release(socket);
        }
    }

    static int anyFree() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new DatabaseUnavailable("This machine gives no free port for the database.", e);
        }
    }

    private boolean isHeldNow(InetAddress address, int port) {
        Optional<ServerSocket> socket = bound(address, port);
        socket.ifPresent(got -> held.put(port, got));
        return socket.isPresent();
    }

    private static boolean isFree(InetAddress address, int port) {
        Optional<ServerSocket> socket = bound(address, port);
        socket.ifPresent(Ports::release);
        return socket.isPresent();
    }

    /// Nothing where it is taken, or where the machine does not have the address: both mean no.
    private static Optional<ServerSocket> bound(InetAddress address, int port) {
        try {
            var socket = new ServerSocket();
            try {
                socket.bind(new InetSocketAddress(address, port), 1);
                return Optional.of(socket);
            } catch (IOException _) {
                socket.close();
                return Optional.empty();
            }
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> foldersIn(Path data) {
        List<Path> found = new ArrayList<>();
        if (!Files.isDirectory(data)) {
            return found;
        }
        try (DirectoryStream<Path> children = Files.newDirectoryStream(data, Files::isDirectory)) {
            children.forEach(found::add);
        } catch (IOException e) {
            throw new FolderUnusable(data, e);
        }
        return found;
    }
}
