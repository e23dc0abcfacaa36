package org.counterpart.app.federation;

import org.counterpart.app.dossiers.PeeringStarted;
import org.counterpart.app.dossiers.PeersToTell;
import org.counterpart.app.node.EventLine;
import org.counterpart.app.node.EventLog;
import org.counterpart.dossier.NodeId;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Speaks with every peer while the process serves: at once after each commit that may concern others, and by a clock.
///
/// One thread for each peer, so that one that does not answer makes no other wait. There is no queue of messages: what
/// is to be said is what is stored and not yet known to the peer, so nothing is lost with the process.
@Component
class Outbox implements SmartLifecycle {
    private final Peers peers;
    private final Conversation conversation;
    private final EventLog log;
    private final Map<NodeId, Line> lines = new ConcurrentHashMap<>();
    private volatile boolean running;

    Outbox(Peers peers, Conversation conversation, EventLog log) {
        this.peers = peers;
        this.conversation = conversation;
        this.log = log;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void committed(PeersToTell news) {
        wake();
    }

    /// Lets every peer be spoken with now.
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void decided(PeeringDecided decided) {
        heard(new PeerHeard(decided.node()));
        wake();
    }

    /// A new peering has the directory to exchange.
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void started(PeeringStarted started) {
        heard(new PeerHeard(started.node()));
        wake();
    }

    /// Whoever speaks to us is tried again at once, however long it was silent.
    @EventListener
    void heard(PeerHeard heard) {
        if (running) {
            line(heard.node()).hear();
        }
    }

    private void wake() {
        if (running) {
            peers.list().forEach(peer -> line(peer.node()).wake());
        }
    }

    private Line line(NodeId node) {
        return lines.computeIfAbsent(node, Line::new);
    }

    @Override
    public void start() {
        running = true;
        peers.list().forEach(peer -> line(peer.node()).wake());
    }

    /// Conversations end at their next step; what they did not say is said after the next start.
    @Override
    public void stop() {
        running = false;
        lines.values().forEach(Line::end);
        lines.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// The thread that speaks with one peer.
    private final class Line {
        private final NodeId node;
        private final Semaphore calls = new Semaphore(0);
        private final Semaphore signsOfLife = new Semaphore(0);
        private final Thread thread;
        private final AtomicInteger failures = new AtomicInteger();

        Line(NodeId node) {
            this.node = node;
            this.thread =
                    Thread.ofVirtual()
                            .name("outbox-" + node.hex().substring(0, 8))
                            .start(this::run);
        }

        void wake() {
            calls.release();
        }

        /// Ends a wait after failures; without one there is nothing to do.
        void hear() {
            if (failures.get() > 0) {
                signsOfLife.release();
            }
        }

        void end() {
            thread.interrupt();
            try {
                thread.join(Duration.ofSeconds(5));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        private void run() {
            try {
                Duration patience = FederationLimits.QUIET;
                while (running) {
                    await(patience);
                    patience = tried();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        /// After failures a call does not shorten the wait: a peer that is down is not asked at every commit.
        private void await(Duration patience) throws InterruptedException {
            if (failures.get() > 0) {
                // However often it knocks: a peer whose own door fails does not set our pace.
                Thread.sleep(FederationLimits.BREATH);
                long rest = patience.minus(FederationLimits.BREATH).toMillis();
                boolean _ = signsOfLife.tryAcquire(rest, TimeUnit.MILLISECONDS);
                signsOfLife.drainPermits();
            } else {
                boolean _ = calls.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
            }
            calls.drainPermits();
        }

        private Duration tried() {
            try {
                return peers.find(node).map(this::speak).orElse(FederationLimits.QUIET);
            } catch (RuntimeException e) {
                if (!running) {
                    return FederationLimits.QUIET;
                }
                log.warn(
                        EventLine.of("federation.conversation-failed")
                                .id("node", node.hex())
                                .failure(e));
                return backOff();
            }
        }

        private Duration speak(Peer peer) {
            if (!peer.accepted() && peer.told().accepts() == peer.accepted()) {
                return FederationLimits.QUIET;
            }
            return switch (conversation.hold(peer)) {
                case Conversation.Outcome.Said() -> {
                    failures.set(0);
                    yield FederationLimits.QUIET;
                }
                case Conversation.Outcome.MoreToSay() -> {
                    failures.set(0);
                    yield FederationLimits.BREATH;
                }
                case Conversation.Outcome.Failed(String code) -> {
                    log.write(
                            EventLine.of("federation.not-said")
                                    .id("node", node.hex())
                                    .id("code", code));
                    yield backOff();
                }
            };
        }

        private Duration backOff() {
            var steps = FederationLimits.BACK_OFF;
            return steps.get(Math.min(failures.getAndIncrement(), steps.size() - 1));
        }
    }
}
