package org.counterpart.app.node;

import jakarta.servlet.ServletException;

import org.apache.catalina.Valve;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/// The open lines of other nodes: whoever holds many of them shuts out nobody.
///
/// A silent line is closed by the server; one that sends a byte now and then would be kept for ever, and a slow line must be
/// kept, for it may be a node on a bad one. So nothing is closed for being slow. When nearly all lines are taken, each new
/// one ends another of the address that holds the most: first one on which nothing was answered yet, the oldest first.
/// Whoever has many addresses can still do harm.
final class LinesOfNodes extends NioEndpoint {
    /// Open at a time; each costs its buffers.
    static final int MOST = 256;

    /// Below the most, so that the server never stops to accept.
    private static final int NEARLY_ALL = 224;

    /// Bytes of an IPv6 address that name the network.
    private static final int HALF = 8;

    private static final int OK = 200;
    private static final int REDIRECTS = 300;

    private final AtomicLong count = new AtomicLong();
    private final Map<SocketWrapperBase<NioChannel>, Long> opened = new ConcurrentHashMap<>();
    private final Set<String> answered = ConcurrentHashMap.newKeySet();

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        boolean taken = super.setSocketOptions(socket);
        makeRoom();
        return taken;
    }

    private void makeRoom() {
        Set<SocketWrapperBase<NioChannel>> open = Set.copyOf(getConnections());
        opened.keySet().retainAll(open);
        answered.retainAll(open.stream().map(LinesOfNodes::name).collect(Collectors.toSet()));
        open.forEach(line -> opened.computeIfAbsent(line, _ -> count.incrementAndGet()));
        if (open.size() <= NEARLY_ALL) {
            return;
        }
        open.stream().collect(Collectors.groupingBy(LinesOfNodes::neighbourhood)).values().stream()
                .max(Comparator.comparingInt(List::size))
                .flatMap(
                        ofOneAddress ->
                                ofOneAddress.stream()
                                        .min(
                                                Comparator.comparing(this::wasAnswered)
                                                        .thenComparingLong(this::number)))
                .ifPresent(SocketWrapperBase::close);
    }

    /// The address, of IPv6 its first half: whoever has one of those has all of the second half.
    private static String neighbourhood(SocketWrapperBase<NioChannel> line) {
        String address = Objects.requireNonNullElse(line.getRemoteAddr(), "");
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, HALF));
        } catch (IllegalArgumentException _) {
            return address;
        }
    }

    private boolean wasAnswered(SocketWrapperBase<NioChannel> line) {
        return answered.contains(name(line));
    }

    private long number(SocketWrapperBase<NioChannel> line) {
        return opened.getOrDefault(line, Long.MAX_VALUE);
    }

    private static String name(SocketWrapperBase<NioChannel> line) {
        return name(line.getRemoteAddr(), line.getRemotePort());
    }

    private static String name(String address, int port) {
        return address + " " + port;
    }

    /// Notes on which lines a request was answered with what it asked for.
    Valve noting() {
        return new Noting();
    }

    private final class Noting extends ValveBase {
        @Override
        public void invoke(Request request, Response response)
                throws IOException, ServletException {
            getNext().invoke(request, response);
            if (response.getStatus() >= OK && response.getStatus() < REDIRECTS) {
                answered.add(name(request.getRemoteAddr(), request.getRemotePort()));
            }
        }
    }
}
