package org.counterpart.app.federation;

import jakarta.servlet.http.HttpServletResponse;

import org.counterpart.app.access.Acts;
import org.counterpart.app.language.Language;
import org.counterpart.app.language.Sentences;
import org.counterpart.app.node.EventLine;
import org.counterpart.app.node.EventLog;
import org.counterpart.app.proof.Leaves;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.NodeId;
import org.counterpart.ledger.Code;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// How the doors for nodes answer: bytes of the protocol, or `{"code","sentence","again"}`, with a leaf.
///
/// Of one node each refusal leaves one leaf and one line in the log a minute that name it, and more are counted with those
/// of strangers: a node that is refused ten times a second must not be able to fill our ledger, nor our disk.
@Component
class NodeAnswers {
    private final Sentences sentences;
    private final Acts acts;
    private final Leaves leaves;
    private final TransactionOperations transactions;
    private final InstantSource clock;
    private final EventLog log;
    private final Set<String> toldThisMinute = new TreeSet<>();
    private Instant minute = Instant.MIN;

    NodeAnswers(
            Sentences sentences,
            Acts acts,
            Leaves leaves,
            TransactionOperations transactions,
            InstantSource clock,
            EventLog log) {
        this.sentences = sentences;
        this.acts = acts;
        this.leaves = leaves;
        this.transactions = transactions;
        this.clock = clock;
        this.log = log;
    }

    void write(HttpServletResponse response, byte[] body) throws IOException {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType(RequestSignature.CONTENT_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /// Refuses a node that is known, or a stranger.
    void refuse(HttpServletResponse response, Optional<Peer> peer, FederationGround ground)
            throws IOException {
        String who = peer.map(known -> known.node().hex()).orElse("unknown");
        boolean first = isFirst(who, ground);
        if (first && peer.isPresent() && ground != FederationGround.NOT_STORING) {
            leave(peer.get().node(), ground);
        } else {
            leaves.refusedStranger(new Code(ground.code()));
        }
        if (peer.isEmpty() && ground == FederationGround.TOO_MANY_REQUESTS) {
            turnAway(response);
            return;
        }
        if (first) {
            log.write(EventLine.of("federation.refused").id("node", who).id("code", ground.code()));
        }
        response.setStatus(status(ground));
        response.setContentType(RequestSignature.CONTENT_TYPE);
        response.getOutputStream().write(body(ground));
    }

    /// A crowd of strangers gets no sentence, no line in the log and no further request on its connection.
    private static void turnAway(HttpServletResponse response) {
        response.setStatus(status(FederationGround.TOO_MANY_REQUESTS));
        response.setHeader("Connection", "close");
    }

    private synchronized boolean isFirst(String who, FederationGround ground) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        if (!now.equals(minute)) {
            minute = now;
            toldThisMinute.clear();
        }
        return toldThisMinute.add(who + ground.code());
    }

    private void leave(NodeId node, FederationGround ground) {
        transactions.executeWithoutResult(
                _ ->
                        acts.leave(
                                acts.ofNode(node, "refused")
                                        .with(new Code("code"), new Code(ground.code()))));
    }

    /// In English: it is read by whoever looks into a node's log; officers read the code in their own language.
    private byte[] body(FederationGround ground) {
        return Json.object()
                .with("code", ground.code())
                .with("sentence", sentences.of(ground.code(), Language.ENGLISH).sentence())
                .with("again", ground.mayBeTriedAgain())
                .bytes();
    }

    static int status(FederationGround ground) {
        return switch (ground) {
            case NOT_STORING, NO_ROOM -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
            case NODE_FAILED -> HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
            case BODY_TOO_LARGE -> HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
            default ->
                    switch (ground.kind()) {
                        case NOT_SIGNED_IN -> HttpServletResponse.SC_UNAUTHORIZED;
                        case NOT_ALLOWED -> HttpServletResponse.SC_FORBIDDEN;
                        case UNKNOWN -> HttpServletResponse.SC_NOT_FOUND;
                        case CONFLICT -> HttpServletResponse.SC_CONFLICT;
                        case BAD_INPUT -> 422; // RFC 9110, 15.5.21
                        case TOO_MANY -> 429; // RFC 6585, 4
                    };
        };
    }
}
