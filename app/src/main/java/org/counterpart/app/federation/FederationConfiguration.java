package org.counterpart.app.federation;

import org.counterpart.app.node.Schema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The tables of this area.
@Configuration(proxyBeanMethods = false)
class FederationConfiguration {
    @Bean
    Schema federationSchema() {
        return Schema.of("federation");
    }
}
