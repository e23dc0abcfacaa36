package org.counterpart.app.node.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.counterpart.app.node.Settings;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;

/// Keeps the two doors apart: what is for other nodes answers only on their listener, everything else only on the
/// officers'. It looks at the port that accepted the connection, which no header can change.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ListenerFilter extends OncePerRequestFilter {
    private static final String FEDERATION = "/federation";
    private final int federationPort;

    ListenerFilter(Settings settings) {
        federationPort = settings.listeners().federationPort();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean fromNodes = request.getLocalPort() == federationPort;
        if (fromNodes == isForNodes(request.getServletPath())) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /// The container has decoded the path and resolved its dots before.
    private static boolean isForNodes(String path) {
        return path.equals(FEDERATION) || path.startsWith(FEDERATION + "/");
    }
}
