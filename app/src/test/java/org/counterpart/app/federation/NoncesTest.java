package org.counterpart.app.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterpart.app.dossiers.SoundKeys;
import org.counterpart.app.node.ANode;
import org.counterpart.dossier.NodeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;

@ExtendWith(ANode.Given.class)
class NoncesTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final Nonces nonces;
    private final NodeId vn;
    private final NodeId ng;

    NoncesTest(ANode node, TestInfo test) {
        nonces = new Nonces(node.bean(JdbcClient.class), new SecureRandom(), now::get);
        var random = new Random(test.getDisplayName().hashCode());
        vn = SoundKeys.of("VN", random).node();
        ng = SoundKeys.of("NG", random).node();
    }

    @Test
    void drawsWhatASignatureTakesAndNothingTwice() {
        var drawn = new TreeSet<String>();
        for (int i = 0; i < 1_000; i++) {
            drawn.add(nonces.draw());
        }

        assertThat(drawn).hasSize(1_000).allMatch(nonce -> nonce.matches("[A-Za-z0-9_-]{22}"));
    }

    @Test
    void isFreshOnce() {
        String nonce = nonces.draw();

        assertThat(nonces.isFresh(vn, nonce)).isTrue();
        assertThat(nonces.isFresh(vn, nonce)).isFalse();
    }

    @Test
    void ofAnotherNodeIsAnother() {
        String nonce = nonces.draw();
        nonces.isFresh(vn, nonce);

        assertThat(nonces.isFresh(ng, nonce)).isTrue();
    }

    @Test
    void isRememberedForADayAndNotLonger() {
        String nonce = nonces.draw();
        nonces.isFresh(vn, nonce);

        now.set(NOON.plus(FederationLimits.NONCES_KEPT));
        nonces.forgetOld();
        assertThat(nonces.isFresh(vn, nonce)).isFalse();

        now.set(NOON.plus(FederationLimits.NONCES_KEPT).plus(Duration.ofMillis(1)));
        nonces.forgetOld();
        assertThat(nonces.isFresh(vn, nonce)).isTrue();
    }

    /// Its sender would else keep it in mind by saying it again.
    @Test
    void aReplayDoesNotProlongTheMemory() {
        String nonce = nonces.draw();
        nonces.isFresh(vn, nonce);
        now.set(NOON.plus(Duration.ofHours(23)));
        nonces.isFresh(vn, nonce);

        now.set(NOON.plus(Duration.ofHours(25)));
        nonces.forgetOld();

        assertThat(nonces.isFresh(vn, nonce)).isTrue();
    }
}
