package org.counterpart.app.directory;

import org.counterpart.app.node.Schema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The tables of this area.
@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {
    @Bean
    Schema directorySchema() {
        return Schema.of("directory");
    }
}
