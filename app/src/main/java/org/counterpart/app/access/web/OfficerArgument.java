package org.counterpart.app.access.web;

import org.counterpart.app.access.Access;
import org.counterpart.app.access.NotDone;
import org.counterpart.app.access.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Hands the officer to controllers of every area: as an `Officer`, or as an `Officer.OfDesk` where only a desk can act.
final class OfficerArgument implements HandlerMethodArgumentResolver {
    private final Access access;

    OfficerArgument(Access access) {
        this.access = access;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Officer.class
                || parameter.getParameterType() == Officer.OfDesk.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Object found = request.getAttribute(OfficerFilter.OFFICER, RequestAttributes.SCOPE_REQUEST);
        if (!(found instanceof Officer officer)) {
            throw new IllegalStateException(
                    "no officer was let in to " + parameter.getExecutable());
        }
        if (officer instanceof Officer.OfNode ofNode
                && parameter.getParameterType() == Officer.OfDesk.class) {
            throw new NotDone(access.denyWithoutDesk(ofNode));
        }
        return officer;
    }
}
