package org.counterpart.app.federation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.counterpart.app.dossiers.OwnKeys;
import org.counterpart.app.node.EventLine;
import org.counterpart.app.node.EventLog;
import org.counterpart.app.node.Room;
import org.counterpart.dossier.Malformed;
import org.counterpart.replication.Batch;
import org.counterpart.replication.Exchanging;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Where another node says what it has to say; the response carries what we have to say back.
///
/// Nothing is taken of a node without a peering in force, nothing that could not be kept, and the response is written
/// only when what it promises is committed.
@RestController
class BatchDoor {
    static final String PATH = "/federation/batch";

    private final KnockingNode knocking;
    private final NodeAnswers answers;
    private final Exchanging exchanging;
    private final OwnKeys keys;
    private final Room room;
    private final EventLog log;

    BatchDoor(
            KnockingNode knocking,
            NodeAnswers answers,
            Exchanging exchanging,
            OwnKeys keys,
            Room room,
            EventLog log) {
        this.knocking = knocking;
        this.answers = answers;
        this.exchanging = exchanging;
        this.keys = keys;
        this.room = room;
        this.log = log;
    }

    @PostMapping(PATH)
    void batch(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            switch (knocking.knock(request, PATH, FederationLimits.MOST_BYTES)) {
                case KnockingNode.Knock.Refused(var peer, var ground) ->
                        answers.refuse(response, peer, ground);
                case KnockingNode.Knock.Known(var peer, var body) ->
                        take(peer, body.bytes(), response);
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn(EventLine.of("federation.not-storing").failure(e));
            answers.refuse(response, Optional.empty(), FederationGround.NOT_STORING);
        } catch (RuntimeException e) {
            log.warn(EventLine.of("federation.failed").failure(e));
            answers.refuse(response, Optional.empty(), FederationGround.NODE_FAILED);
        }
    }

    private void take(Peer peer, byte[] body, HttpServletResponse response) throws IOException {
        if (!room.isLeft()) {
            answers.refuse(response, Optional.of(peer), FederationGround.NO_ROOM);
            return;
        }
        Optional<Batch> batch = read(body, peer);
        if (batch.isEmpty()) {
            answers.refuse(response, Optional.of(peer), FederationGround.BODY_MALFORMED);
            return;
        }
        if (!batch.get().to().equals(keys.now().node())) {
            answers.refuse(response, Optional.of(peer), FederationGround.NOT_ADDRESSED_TO_US);
            return;
        }
        answers.write(response, exchanged(batch.get()).bytes());
    }

    private Batch exchanged(Batch batch) {
        var said = new AtomicReference<>(Batch.empty(batch.to(), batch.from()));
        exchanging.respond(batch, said::set);
        return said.get();
    }

    /// Who signed the request is who speaks in it.
    private static Optional<Batch> read(byte[] body, Peer peer) {
        try {
            return Optional.of(Batch.read(body)).filter(batch -> batch.from().equals(peer.node()));
        } catch (Malformed e) {
            return Optional.empty();
        }
    }
}
