package org.counterpart.app.federation;

import org.counterpart.app.dossiers.OwnKeys;
import org.counterpart.app.node.Schema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.InstantSource;

/// The tables of this area, and how long it waits for other nodes.
@Configuration(proxyBeanMethods = false)
class FederationConfiguration {
    @Bean
    Schema federationSchema() {
        return Schema.of("federation");
    }

    @Bean
    PeerClient peerClient(OwnKeys keys, Nonces nonces, InstantSource clock) {
        return new PeerClient(keys, nonces, clock, FederationLimits.ANSWER);
    }
}
