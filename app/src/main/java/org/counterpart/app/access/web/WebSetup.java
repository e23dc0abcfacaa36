package org.counterpart.app.access.web;

import org.counterpart.app.access.Access;
import org.counterpart.app.access.Acts;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import tools.jackson.databind.DeserializationFeature;

import java.util.List;

/// Makes the officer a parameter of controllers, and lets them read strictly.
@Configuration(proxyBeanMethods = false)
class WebSetup implements WebMvcConfigurer {
    private final Access access;
    private final Acts acts;

    WebSetup(Access access, Acts acts) {
        this.access = access;
        this.acts = acts;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new OfficerArgument(access, acts));
    }

    /// A name that is not known may carry a condition, so it is refused and never skipped, whichever door it comes to.
    @Bean
    static JsonMapperBuilderCustomizer strictJson() {
        return mapper -> mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }
}
