package org.counterpart.app.access.web;

import java.util.List;
import org.counterpart.app.access.Access;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Makes the officer a parameter of controllers.
@Configuration(proxyBeanMethods = false)
class WebSetup implements WebMvcConfigurer {
    private final Access access;

    WebSetup(Access access) {
        this.access = access;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new OfficerArgument(access));
    }
}
