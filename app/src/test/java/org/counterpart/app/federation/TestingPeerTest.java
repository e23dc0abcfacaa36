package org.counterpart.app.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.access.Label;
import org.counterpart.app.access.Officer;
import org.counterpart.app.access.OfficerId;
import org.counterpart.app.access.OfficerName;
import org.counterpart.app.access.Post;
import org.counterpart.app.access.Role;
import org.counterpart.app.node.ANode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

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
        var outcome = node.bean(TestingPeer.class).test(OPERATOR, other.peer());
        if (outcome instanceof TestingPeer.Outcome.Tested(var findings)) {
            return findings;
        }
        throw new AssertionError(outcome);
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
