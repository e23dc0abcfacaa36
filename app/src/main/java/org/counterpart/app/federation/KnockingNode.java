package org.counterpart.app.federation;

import jakarta.servlet.http.HttpServletRequest;

import org.counterpart.dossier.Cryptography;
import org.counterpart.dossier.PublishedCryptography;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/// Looks at a request of another node before anything of it is parsed: who signed it, its size, whether it came before,
/// and whether its node speaks too fast. Cheap questions come first, so that a stranger costs us little; the signature
/// covers the digest of the body, so no byte of the body is read for whoever has not signed.
@Component
class KnockingNode {
    private final Peers peers;
    private final Nonces nonces;
    private final Pace pace;
    private final ApplicationEventPublisher events;
    private final Cryptography cryptography = new PublishedCryptography();

    KnockingNode(Peers peers, Nonces nonces, Pace pace, ApplicationEventPublisher events) {
        this.events = events;
        this.peers = peers;
        this.nonces = nonces;
        this.pace = pace;
    }

    /// Who knocked.
    sealed interface Knock {
        /// A node whose card we hold; where it says hello, whether a peering is in force is another question.
        record Known(Peer peer, Body body) implements Knock {}

        record Refused(Optional<Peer> peer, FederationGround ground) implements Knock {}
    }

    /// The bytes that were signed.
    record Body(ByteBuffer content) {
        byte[] bytes() {
            byte[] bytes = new byte[content.remaining()];
            content.duplicate().get(bytes);
            return bytes;
        }
    }

    /// Reads and checks a request to this path.
    Knock knock(HttpServletRequest request, String path, int mostBytes) throws IOException {
        RequestSignature signature =
                new RequestSignature(
                        header(request, "Content-Digest"),
                        header(request, "Signature-Input"),
                        header(request, "Signature"));
        Optional<RequestSignature.Claim> claim = signature.claim();
        if (claim.isEmpty() || !RequestSignature.CONTENT_TYPE.equals(request.getContentType())) {
            return stranger(FederationGround.SIGNATURE_MISSING);
        }
        Optional<Peer> known = peers.find(claim.get().node());
        if (known.isEmpty()) {
            return stranger(FederationGround.NODE_UNKNOWN);
        }
        Peer peer = known.get();
        if (!signature.isBy(peer.card().card().signingKeyBytes(), path, cryptography)) {
            return stranger(FederationGround.SIGNATURE_WRONG);
        }
        if (!pace.allows(peer.node())) {
            return new Knock.Refused(known, FederationGround.TOO_MANY_REQUESTS);
        }
        if (!peer.isInForce() && !path.equals(Hello.PATH)) {
            return new Knock.Refused(known, FederationGround.PEERING_NOT_IN_FORCE);
        }
        if (!pace.beginsToRead(peer.node())) {
            return new Knock.Refused(known, FederationGround.TOO_MANY_REQUESTS);
        }
        byte[] body;
        try {
            body = read(request, mostBytes);
        } finally {
            pace.hasRead(peer.node());
        }
        return body.length > mostBytes
                ? new Knock.Refused(known, FederationGround.BODY_TOO_LARGE)
                : heard(peer, signature, claim.get().nonce(), body);
    }

    private Knock heard(Peer peer, RequestSignature signature, String nonce, byte[] body) {
        if (!signature.isOver(body)) {
            return stranger(FederationGround.SIGNATURE_WRONG);
        }
        if (!nonces.isFresh(peer.node(), nonce)) {
            return new Knock.Refused(Optional.of(peer), FederationGround.REQUEST_REPLAYED);
        }
        events.publishEvent(new PeerHeard(peer.node()));
        return new Knock.Known(peer, new Body(ByteBuffer.wrap(body)));
    }

    /// Whoever is not shown to be the node that it names is a stranger, whatever it says.
    private Knock stranger(FederationGround ground) {
        return new Knock.Refused(
                Optional.empty(),
                pace.allowsStranger() ? ground : FederationGround.TOO_MANY_REQUESTS);
    }

    private static String header(HttpServletRequest request, String name) {
        String value = request.getHeader(name);
        return value == null ? "" : value;
    }

    private static byte[] read(HttpServletRequest request, int most) throws IOException {
        if (request.getContentLengthLong() > most) {
            return new byte[most + 1];
        }
        try (InputStream stream = request.getInputStream()) {
            return stream.readNBytes(most + 1);
        }
    }
}
