package org.counterpart.app.federation;

import org.counterpart.dossier.NodeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/// Nonces of signed requests: drawn for ours, remembered for a day of others'.
@Component
class Nonces {
    private static final int BYTES = 16;

    private final JdbcClient jdbc;
    private final SecureRandom random;
    private final InstantSource clock;

    Nonces(JdbcClient jdbc, SecureRandom random, InstantSource clock) {
        this.jdbc = jdbc;
        this.random = random;
        this.clock = clock;
    }

    String draw() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static final String REMEMBER =
            """
            insert into federation.nonce (node, nonce, seen_at)
            values (:node, :nonce, :now)
            on conflict do nothing
            """;

    /// Remembers a nonce.
    ///
    /// @return false when it was used before
    boolean isFresh(NodeId node, String nonce) {
        return jdbc.sql(REMEMBER)
                        .param("node", node.hex())
                        .param("nonce", nonce)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                > 0;
    }

    private static final String FORGET =
            """
            delete from federation.nonce
             where seen_at < :before
            """;

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetOld() {
        jdbc.sql(FORGET)
                .param(
                        "before",
                        Timestamp.from(clock.instant().minus(FederationLimits.NONCES_KEPT)))
                .update();
    }
}
