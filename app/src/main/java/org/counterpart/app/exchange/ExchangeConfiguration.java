package org.counterpart.app.exchange;

import org.counterpart.app.node.Schema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The tables of this area.
@Configuration(proxyBeanMethods = false)
class ExchangeConfiguration {
    @Bean
    Schema exchangeSchema() {
        return Schema.of("exchange");
    }
}
