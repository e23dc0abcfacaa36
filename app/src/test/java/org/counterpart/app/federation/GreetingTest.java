package org.counterpart.app.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.dossiers.SoundKeys;
import org.counterpart.app.node.ANode;
import org.counterpart.dossier.NodeId;
import org.counterpart.dossier.SignedCard;
import org.counterpart.ledger.Act;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/// What a peer says of itself, and what follows.
@ExtendWith(ANode.Given.class)
class GreetingTest {
    /// The limit is of an hour, and one may end meanwhile.
    private static final int MANY = 2 * FederationLimits.CHANGES_AN_HOUR;

    private final ANode node;
    private final FalseNode other;
    private final Greeting greeting;
    private final Peers peers;
    private long number;

    GreetingTest(ANode node, TestInfo test) {
        this.node = node;
        this.other = FalseNode.peerOf(node, ("greeting" + test.getDisplayName()).hashCode());
        this.greeting = node.bean(Greeting.class);
        this.peers = node.bean(Peers.class);
    }

    @AfterEach
    void end() {
        other.close();
    }

    private SignedCard card(long serial) {
        return other.card(serial, other.door().pin());
    }

    private void hears(SignedCard card, boolean accepts) {
        number++;
        assertThat(greeting.hear(other.id(), new Hello(other.us(), card, accepts, number)))
                .isEmpty();
    }

    private void refuses(Hello hello, FederationGround ground) {
        assertThat(greeting.hear(other.id(), hello)).contains(ground);
    }

    private List<String> leaves() {
        return node
                .bean(JdbcClient.class)
                .sql(
                        "select act from proof.leaf where act like '%' || :node || '%' order by"
                                + " arrival")
                .param("node", other.id().hex())
                .query((row, _) -> Act.parse(row.getString("act")).orElseThrow())
                .list()
                .stream()
                .map(act -> act.kind().value())
                .toList();
    }

    @Test
    void keepsANewerCardAndLeavesALeaf() {
        hears(card(2), true);

        assertThat(other.peer().card()).isEqualTo(card(2));
        assertThat(leaves()).containsExactly("card-renewed");
    }

    @Test
    void takesNoOlderCard() {
        hears(card(3), true);

        refuses(new Hello(other.us(), card(2), true, 9), FederationGround.CARD_IS_OLDER);

        assertThat(other.peer().card()).isEqualTo(card(3));
    }

    @Test
    void takesNoCardThatItsNodeDidNotSign() {
        SignedCard forged = new SignedCard(card(2).card(), other.keys().card().signature());

        refuses(new Hello(other.us(), forged, true, 1), FederationGround.CARD_NOT_GENUINE);
    }

    @Test
    void knowsNobodyWhoseCardItWasNotGiven() {
        var stranger = SoundKeys.of("MY", new Random(20_261_136));
        var hello = new Hello(other.us(), stranger.card(), true, 1);

        assertThat(greeting.hear(stranger.node(), hello)).contains(FederationGround.NODE_UNKNOWN);
    }

    @Test
    void aHelloThatIsNotOfAHigherNumberIsOld() {
        hears(card(1), true);
        hears(card(1), true);

        refuses(new Hello(other.us(), card(1), false, 2), FederationGround.REQUEST_REPLAYED);
        refuses(new Hello(other.us(), card(1), false, 1), FederationGround.REQUEST_REPLAYED);

        assertThat(other.peer().acceptsUs()).isTrue();
    }

    @Test
    void aPeeringEndsAndBeginsByTheWordOfTheOther() {
        hears(card(1), false);
        assertThat(peers.isInForce(other.id())).isFalse();
        hears(card(1), true);
        assertThat(peers.isInForce(other.id())).isTrue();

        assertThat(leaves()).containsExactly("peering-ended", "peering-in-force");
    }

    @Test
    void theSameSaidAgainLeavesNothing() {
        hears(card(1), true);
        hears(card(1), true);

        assertThat(leaves()).isEmpty();
    }

    /// Each change leaves its traces for good, so it has its limit; the same word again has none.
    @Test
    void slowsWhoChangesItsMindTooOften() {
        Optional<FederationGround> ground = Optional.empty();
        for (int change = 0; ground.isEmpty() && change <= MANY; change++) {
            ground = changesItsMind();
        }

        assertThat(ground).contains(FederationGround.TOO_MANY_REQUESTS);
        hears(card(1), other.peer().acceptsUs());
    }

    private Optional<FederationGround> changesItsMind() {
        number++;
        boolean accepts = !other.peer().acceptsUs();
        return greeting.hear(other.id(), new Hello(other.us(), card(1), accepts, number));
    }

    @Test
    void countsItsOwnHellosUpwards() {
        Hello first = greeting.to(other.id());
        Hello second = greeting.to(other.id());

        assertThat(second.number()).isGreaterThan(first.number());
        assertThat(first.to()).isEqualTo(other.id());
        assertThat(first.accepts()).isTrue();
    }

    @Test
    void endsAPeeringWithWhoSaysThatItKnowsOfNone() {
        greeting.notAccepted(other.id());
        greeting.notAccepted(other.id());
        greeting.notAccepted(new NodeId("0".repeat(32)));

        assertThat(other.peer().acceptsUs()).isFalse();
        assertThat(leaves()).containsExactly("peering-ended");
    }
}
