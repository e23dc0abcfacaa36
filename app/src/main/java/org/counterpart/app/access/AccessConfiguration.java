package org.counterpart.app.access;

import org.counterpart.app.node.Schema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The tables of this area.
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
    @Bean
    Schema accessSchema() {
        return Schema.of("access");
    }
}
