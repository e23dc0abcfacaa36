package org.counterpart.app.federation;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.awaitility.Awaitility;
import org.counterpart.app.dossiers.PeersToTell;
import org.counterpart.app.node.ANode;
import org.counterpart.app.node.EventLog;
import org.counterpart.replication.Batch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// How long the loop waits for a peer, and what ends it: seen by when its door is asked.
@ExtendWith(ANode.Given.class)
class OutboxTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final byte[] NO_ROOM =
            "{\"code\":\"FEDERATION_NO_ROOM\",\"again\":true}".getBytes(UTF_8);

    private final FalseNode other;
    private final Outbox outbox;
    private final Peers peers;

    OutboxTest(ANode node, TestInfo test) {
        other = FalseNode.peerOf(node, test.getDisplayName().hashCode());
        peers = node.bean(Peers.class);
        outbox = new Outbox(peers, node.bean(Conversation.class), new EventLog());
    }

    @AfterEach
    void end() {
        outbox.stop();
        other.close();
    }

    private void isAsked() throws InterruptedException {
        assertThat(other.door().asked().poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                .isNotNull();
    }

    private void isNotAskedFor(Duration time) throws InterruptedException {
        assertThat(other.door().asked().poll(time.toMillis(), TimeUnit.MILLISECONDS)).isNull();
    }

    private void refuses() {
        other.door().answers(503, NO_ROOM);
    }

    private void saysAll() {
        other.door().answers(200, Batch.empty(other.id(), other.us()).bytes());
    }

    /// Until the wait is the third of its kind, five seconds.
    private void failsThreeTimes() throws InterruptedException {
        refuses();
        outbox.start();
        for (int time = 0; time < 3; time++) {
            isAsked();
        }
    }

    @Test
    void speaksWhenTheProcessBeginsAndAfterEachCommit() throws InterruptedException {
        saysAll();
        outbox.start();
        isAsked();

        outbox.committed(new PeersToTell());

        isAsked();
        assertThat(outbox.isRunning()).isTrue();
    }

    @Test
    void saysNothingOfACommitToAPeerThatIsDown() throws InterruptedException {
        failsThreeTimes();

        for (int commit = 0; commit < 10; commit++) {
            outbox.committed(new PeersToTell());
        }

        isNotAskedFor(Duration.ofSeconds(2));
    }

    @Test
    void aSignOfLifeEndsTheWait() throws InterruptedException {
        failsThreeTimes();
        long before = System.nanoTime();

        outbox.heard(new PeerHeard(other.id()));

        isAsked();
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isLessThan(FederationLimits.BACK_OFF.get(2));
    }

    @Test
    void aDecisionOfTheOperatorEndsTheWait() throws InterruptedException {
        failsThreeTimes();
        long before = System.nanoTime();

        outbox.decided(new PeeringDecided(other.id()));

        isAsked();
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isLessThan(FederationLimits.BACK_OFF.get(2));
    }

    @Test
    void aSuccessEndsTheFailures() throws InterruptedException {
        failsThreeTimes();
        saysAll();
        outbox.heard(new PeerHeard(other.id()));
        isAsked();
        isSettled();

        outbox.committed(new PeersToTell());

        isAsked();
    }

    private void isSettled() {
        Awaitility.await().atMost(PATIENCE).until(() -> other.peer().health().failure().isEmpty());
    }

    @Test
    void doesNotSpeakWithWhomOurOperatorHasNotAccepted() throws InterruptedException {
        saysAll();
        peers.decide(other.id(), false, true);
        peers.told(other.id(), 1, false);

        outbox.start();
        outbox.committed(new PeersToTell());

        isNotAskedFor(Duration.ofSeconds(2));
    }

    @Test
    void endsAtOnceThoughAPeerKeepsItWaiting() throws InterruptedException {
        var end = new CountDownLatch(1);
        other.door()
                .answers(
                        exchange -> {
                            try {
                                end.await();
                            } catch (InterruptedException _) {
                                Thread.currentThread().interrupt();
                            }
                        });
        outbox.start();
        isAsked();
        long before = System.nanoTime();

        outbox.stop();

        end.countDown();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        assertThat(outbox.isRunning()).isFalse();
    }

    @Test
    void anEndedLoopIsWokenByNothing() throws InterruptedException {
        saysAll();
        outbox.start();
        isAsked();
        outbox.stop();

        outbox.committed(new PeersToTell());
        outbox.heard(new PeerHeard(other.id()));

        isNotAskedFor(Duration.ofSeconds(1));
    }
}
