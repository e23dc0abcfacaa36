package org.counterpart.app.node;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Finds ports that no program uses now and no other node of the same data folder keeps for itself.
final class Ports {
    static final int OFFICERS_BASE = 8440;
    static final int FEDERATION_BASE = 9440;
    private static final int TRIES = 500;

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

    int firstFree(int base) {
        for (int port = base; port < base + TRIES; port++) {
            if (!kept.contains(port) && isFree(InetAddress.getLoopbackAddress(), port)) {
                kept.add(port);
                return port;
            }
        }
        throw new BadSetting(
                "port",
                "none free from " + base + " to " + (base + TRIES - 1),
                "at least one free port");
    }

    /// A port chosen earlier may have been taken since; the node never moves by itself, because others know its port.
    static void check(Listeners listeners) {
        if (!isFree(InetAddress.getLoopbackAddress(), listeners.officersPort())) {
            throw new PortTaken(Setting.OFFICERS_PORT, listeners.officersPort());
        }
        if (!isFree(listeners.federationAddress(), listeners.federationPort())) {
            throw new PortTaken(Setting.FEDERATION_PORT, listeners.federationPort());
        }
    }

    static int anyFree() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new DatabaseUnavailable("This machine gives no free port for the database.", e);
        }
    }

    private static boolean isFree(InetAddress address, int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, port), 1);
            return true;
        } catch (IOException _) {
            return false; // Taken, or an address that this machine does not have: both mean no.
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
