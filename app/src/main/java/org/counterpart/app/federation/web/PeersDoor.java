package org.counterpart.app.federation.web;

import org.counterpart.app.access.NotDone;
import org.counterpart.app.access.Officer;
import org.counterpart.app.federation.AddingPeer;
import org.counterpart.app.federation.DecidingPeering;
import org.counterpart.app.federation.FederationGround;
import org.counterpart.app.federation.ListingPeers;
import org.counterpart.app.federation.Peer;
import org.counterpart.app.federation.TestingPeer;
import org.counterpart.app.language.Language;
import org.counterpart.app.language.Sentences;
import org.counterpart.dossier.CanonicalJson;
import org.counterpart.dossier.Fields;
import org.counterpart.dossier.Json;
import org.counterpart.dossier.SignedCard;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.Optional;

/// Our card, and the peers: add, accept, withdraw, test.
@RestController
@RequestMapping(path = "/peers", produces = MediaType.APPLICATION_JSON_VALUE)
class PeersDoor {
    private final AddingPeer adding;
    private final DecidingPeering deciding;
    private final ListingPeers listing;
    private final TestingPeer testing;
    private final Sentences sentences;

    PeersDoor(
            AddingPeer adding,
            DecidingPeering deciding,
            ListingPeers listing,
            TestingPeer testing,
            Sentences sentences) {
        this.adding = adding;
        this.deciding = deciding;
        this.listing = listing;
        this.testing = testing;
        this.sentences = sentences;
    }

    @GetMapping
    byte[] list(Officer by) {
        return switch (listing.see(by)) {
            case ListingPeers.Seen.Refused(var refusal) -> throw new NotDone(refusal);
            case ListingPeers.Seen.Known(var ours, var peers) ->
                    Json.object()
                            .with("card", ours.json())
                            .with("fingerprint", ours.card().fingerprint())
                            .with("peers", Json.items(peers.stream().map(PeersDoor::json).toList()))
                            .bytes();
        };
    }

    @PostMapping
    byte[] add(Officer by, @RequestBody byte[] body) {
        Fields fields = Fields.of(CanonicalJson.readLoosely(body));
        SignedCard card = SignedCard.read(fields.members("card"));
        Optional<String> via =
                fields.has("via") ? Optional.of(fields.code("via")) : Optional.empty();
        fields.end();
        return switch (adding.add(by, card, via)) {
            case AddingPeer.Outcome.Added(var peer, var ended) ->
                    ended.map(old -> json(peer).with("viaEnded", old))
                            .orElseGet(() -> json(peer))
                            .bytes();
            case AddingPeer.Outcome.Refused(var refusal) -> throw new NotDone(refusal);
        };
    }

    @PostMapping("/{peer}/acceptance")
    byte[] accept(Officer by, @PathVariable String peer, @RequestBody byte[] body) {
        Fields fields = Fields.of(CanonicalJson.readLoosely(body));
        String fingerprint = fields.code("fingerprint");
        fields.end();
        return decided(deciding.accept(by, known(by, peer).node(), fingerprint));
    }

    @PostMapping("/{peer}/withdrawal")
    byte[] withdraw(Officer by, @PathVariable String peer) {
        return decided(deciding.withdraw(by, known(by, peer).node()));
    }

    @PostMapping("/{peer}/test")
    byte[] test(Officer by, @PathVariable String peer) {
        return switch (testing.test(by, known(by, peer))) {
            case TestingPeer.Outcome.Tested(var findings) -> json(findings).bytes();
            case TestingPeer.Outcome.Refused(var refusal) -> throw new NotDone(refusal);
        };
    }

    /// Only who may see peers learns whether one is known.
    private Peer known(Officer by, String text) {
        if (listing.see(by) instanceof ListingPeers.Seen.Refused(var refusal)) {
            throw new NotDone(refusal);
        }
        return listing.named(text).orElseThrow(() -> new NotDone(FederationGround.PEER_UNKNOWN));
    }

    private static byte[] decided(DecidingPeering.Outcome outcome) {
        return switch (outcome) {
            case DecidingPeering.Outcome.Decided(var peer) -> json(peer).bytes();
            case DecidingPeering.Outcome.Refused(var refusal) -> throw new NotDone(refusal);
        };
    }

    /// The fingerprint only of a peer that is accepted: before, it could be copied instead of heard.
    private static Json.Members json(Peer peer) {
        Json.Members json =
                Json.object()
                        .with("node", peer.node().hex())
                        .with("state", peer.card().card().state().letters())
                        .with("serial", peer.card().card().serial())
                        .with("addresses", Json.texts(peer.card().card().addresses()))
                        .with("accepted", peer.accepted())
                        .with("acceptsUs", peer.acceptsUs())
                        .with("inForce", peer.isInForce())
                        .with("escalation", peer.card().card().escalation());
        if (peer.accepted()) {
            json = json.with("fingerprint", peer.card().card().fingerprint());
        }
        for (String via : peer.via().stream().toList()) {
            json = json.with("via", via);
        }
        var health = peer.health();
        for (var spoke : health.lastSpoke().stream().toList()) {
            json = json.with("lastSpoke", spoke.toEpochMilli());
        }
        for (var from : health.failingFrom().stream().toList()) {
            json = json.with("failingFrom", from.toEpochMilli());
        }
        for (var code : health.failure().stream().toList()) {
            json = json.with("failure", code);
        }
        return json;
    }

    /// The sentences are for a help desk: what holds, and at the first that does not, what to do.
    private Json.Members json(TestingPeer.Findings findings) {
        Json.Members json =
                json(findings.peer())
                        .with(
                                "held",
                                Json.texts(findings.held().stream().map(this::sentence).toList()))
                        .with("allHeld", findings.failure().isEmpty());
        for (var failure : findings.failure().stream().toList()) {
            var wording = sentences.of(failure.code(), Language.ENGLISH);
            json =
                    json.with(
                            "failed",
                            Json.object()
                                    .with("step", failure.step().name())
                                    .with("code", failure.code())
                                    .with("sentence", wording.sentence())
                                    .with("next", wording.next()));
        }
        return json;
    }

    private String sentence(TestingPeer.Step step) {
        return sentences.reason(step.code(), Language.ENGLISH).orElse(step.name());
    }
}
