package org.counterpart.app.access.web;

import org.counterpart.app.access.Access;
import org.counterpart.app.access.Acts;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.util.List;

/// Makes the officer a parameter of controllers.
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
}
