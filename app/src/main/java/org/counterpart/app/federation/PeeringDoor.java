package org.counterpart.app.federation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.counterpart.app.node.EventLine;
import org.counterpart.app.node.EventLog;
import org.counterpart.dossier.Malformed;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.util.Optional;

/// Where another node shows its newest card and says whether it accepts us; it is told the same of us.
///
/// A node whose card our operator was not given learns nothing, not even our card.
@RestController
class PeeringDoor {
    private final KnockingNode knocking;
    private final NodeAnswers answers;
    private final Greeting greeting;
    private final EventLog log;

    PeeringDoor(KnockingNode knocking, NodeAnswers answers, Greeting greeting, EventLog log) {
        this.knocking = knocking;
        this.answers = answers;
        this.greeting = greeting;
        this.log = log;
    }

    @PostMapping(Hello.PATH)
    void hello(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            switch (knocking.knock(request, Hello.PATH, FederationLimits.MOST_CARD_BYTES)) {
                case KnockingNode.Knock.Refused(var peer, var ground) ->
                        answers.refuse(response, peer, ground);
                case KnockingNode.Knock.Known(var peer, var body) ->
                        hear(peer, body.bytes(), response);
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn(EventLine.of("federation.not-storing").failure(e));
            answers.refuse(response, Optional.empty(), FederationGround.NOT_STORING);
        } catch (RuntimeException e) {
            log.warn(EventLine.of("federation.failed").failure(e));
            answers.refuse(response, Optional.empty(), FederationGround.NODE_FAILED);
        }
    }

    private void hear(Peer peer, byte[] body, HttpServletResponse response) throws IOException {
        Hello hello;
        try {
            hello = Hello.read(body);
        } catch (Malformed e) {
            answers.refuse(response, Optional.of(peer), FederationGround.BODY_MALFORMED);
            return;
        }
        Optional<FederationGround> ground = greeting.hear(peer.node(), hello);
        if (ground.isPresent()) {
            answers.refuse(response, Optional.of(peer), ground.get());
        } else {
            answers.write(response, greeting.to(peer.node()).bytes());
        }
    }
}
