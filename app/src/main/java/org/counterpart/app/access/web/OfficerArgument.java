package org.counterpart.app.access.web;

import org.counterpart.app.access.Access;
import org.counterpart.app.access.Action;
import org.counterpart.app.access.Acts;
import org.counterpart.app.access.Decision;
import org.counterpart.app.access.NotDone;
import org.counterpart.app.access.Officer;
import org.counterpart.app.proof.LedgerReader;
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
    private final Acts acts;

    OfficerArgument(Access access, Acts acts) {
        this.access = access;
        this.acts = acts;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == LedgerReader.class
                || parameter.getParameterType() == Officer.class
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
        return parameter.getParameterType() == LedgerReader.class ? reader(officer) : officer;
    }

    /// `proof` lies below this area and cannot ask; so its door takes what only this place hands out.
    private LedgerReader reader(Officer officer) {
        return switch (access.decide(officer, Action.Standing.EXPORT_LEDGER)) {
            case Decision.Denied(var ground) -> throw new NotDone(ground);
            case Decision.Allowed _ ->
                    new LedgerReader(acts.of(officer, "ledger-exported").actor());
        };
    }
}
