package org.counterpart.app.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.access.Access;
import org.counterpart.app.access.Acts;
import org.counterpart.app.access.Label;
import org.counterpart.app.access.Officer;
import org.counterpart.app.access.OfficerId;
import org.counterpart.app.access.OfficerName;
import org.counterpart.app.access.Post;
import org.counterpart.app.access.Role;
import org.counterpart.app.dossiers.OwnKeys;
import org.counterpart.app.node.ANode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/// The way to a peer, tested while the outbox says hello to it too.
@ExtendWith(ANode.Given.class)
class TestingPeerTest {
    private static final Officer OPERATOR =
            new Officer.OfNode(
                    new OfficerId("a".repeat(26)),
                    new OfficerName("operator"),
                    new Label("Operator"),
                    new Post.OfNode(Role.OPERATOR));

    private final ANode node;
    private final FalseNode other;

    TestingPeerTest(ANode node, TestInfo test) {
        this.node = node;
        this.other = FalseNode.peerOf(node, ("testing" + test.getDisplayName()).hashCode());
    }

    @AfterEach
    void end() {
        other.close();
    }

    /// Hellos with these numbers, one after the other.
    private void answers(LongStream numbers) {
        Iterator<Long> next = numbers.iterator();
        other.door()
                .answers(
                        exchange ->
                                FalseDoor.answer(
                                        exchange,
                                        200,
                                        new Hello(
                                                        other.us(),
                                                        other.keys().card(),
                                                        true,
                                                        next.next())
                                                .bytes()));
    }

    private TestingPeer.Findings findings() {
        return findings(node.bean(TestingPeer.class));
    }

    private TestingPeer.Findings findings(TestingPeer testing) {
        var outcome = testing.test(OPERATOR, other.peer());
        if (outcome instanceof TestingPeer.Outcome.Tested(var findings)) {
            return findings;
        }
        throw new AssertionError(outcome);
    }

    @Test
    void endsWithWhoseOperatorLacksOurCard() {
        other.door()
                .answers(
                        403,
                        "{\"code\":\"%s\",\"sentence\":\"No.\",\"again\":false}"
                                .formatted(FederationGround.NODE_UNKNOWN.code())
                                .getBytes(StandardCharsets.UTF_8));

        assertThat(findings().failure())
                .contains(
                        new TestingPeer.Failure(
                                TestingPeer.Step.THEY_ACCEPT,
                                StepGround.THEY_LACK_OUR_CARD.code()));
    }

    @Test
    void endsWithWhoseClockIsFarFromOurs() {
        answers(LongStream.of(8));

        assertThat(findings(withAClockAnHourBehind()))
                .returns(
                        List.of(
                                TestingPeer.Step.NAME_RESOLVES,
                                TestingPeer.Step.PORT_ANSWERS,
                                TestingPeer.Step.NODE_ANSWERS),
                        TestingPeer.Findings::held)
                .returns(
                        Optional.of(
                                new TestingPeer.Failure(
                                        TestingPeer.Step.CLOCKS_AGREE,
                                        StepGround.CLOCKS_DIFFER.code())),
                        TestingPeer.Findings::failure);
    }

    private TestingPeer withAClockAnHourBehind() {
        var client =
                new PeerClient(
                        node.bean(OwnKeys.class),
                        node.bean(Nonces.class),
                        () -> Instant.now().minus(Duration.ofHours(1)),
                        Duration.ofSeconds(30));
        return new TestingPeer(
                node.bean(Access.class),
                node.bean(Peers.class),
                client,
                node.bean(Greeting.class),
                node.bean(Acts.class),
                node.bean(TransactionTemplate.class));
    }

    @Test
    void saysAnewWhatWasOvertaken() {
        node.bean(Peers.class).isNews(other.id(), 7);
        answers(LongStream.of(6, 7, 8));

        assertThat(findings())
                .returns(List.of(TestingPeer.Step.values()), TestingPeer.Findings::held)
                .returns(Optional.empty(), TestingPeer.Findings::failure);
        assertThat(other.door().asked()).hasSize(3);
    }

    @Test
    void endsWithWhoSaysAlwaysTheSame() {
        answers(LongStream.generate(() -> 7));
        node.bean(Peers.class).isNews(other.id(), 7);

        assertThat(findings().failure())
                .contains(
                        new TestingPeer.Failure(
                                TestingPeer.Step.NODE_ANSWERS,
                                FederationGround.REQUEST_REPLAYED.code()));
        assertThat(other.door().asked()).hasSize(4);
    }
}
