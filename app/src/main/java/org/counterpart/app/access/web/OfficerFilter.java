package org.counterpart.app.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.counterpart.app.access.AccessGround;
import org.counterpart.app.access.Officer;
import org.counterpart.app.access.SigningIn;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.Set;

/// Lets nobody in on the officers' listener who shows no live token: a new door is closed until it is named here.
/// What lies behind always knows its officer. Other nodes are known by their signature, which is not ours to check.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class OfficerFilter extends OncePerRequestFilter {
    static final String OFFICER = OfficerFilter.class.getName() + ".officer";

    /// For scripts that watch the process; it tells nothing but yes or no.
    private static final Set<String> OPEN = Set.of("/health");

    private static final String FOR_NODES = "/federation";
    private static final String BEARER = "Bearer ";

    private final SigningIn signingIn;
    private final RefusalWriter refusals;

    OfficerFilter(SigningIn signingIn, RefusalWriter refusals) {
        this.signingIn = signingIn;
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return OPEN.contains(path) || path.equals(FOR_NODES) || path.startsWith(FOR_NODES + "/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (signIn(request.getHeader(HttpHeaders.AUTHORIZATION))) {
            case SigningIn.Outcome.Refused(AccessGround ground) ->
                    refusals.write(ground, request, response);
            case SigningIn.Outcome.SignedIn(Officer officer) -> {
                request.setAttribute(OFFICER, officer);
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                chain.doFilter(request, response);
            }
        }
    }

    private SigningIn.Outcome signIn(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? signingIn.signIn(header.substring(BEARER.length()).strip())
                : signingIn.withoutToken();
    }
}
