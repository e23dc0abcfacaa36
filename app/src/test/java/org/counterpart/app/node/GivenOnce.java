package org.counterpart.app.node;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import java.util.function.Supplier;

/// Hands tests the one thing of its kind that this process has; it ends after the last test.
public abstract class GivenOnce<T extends AutoCloseable> implements ParameterResolver {
    private final Class<T> type;
    private final Supplier<T> start;

    protected GivenOnce(Class<T> type, Supplier<T> start) {
        this.type = type;
        this.start = start;
    }

    @Override
    public final boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == type;
    }

    @Override
    public final Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(type, _ -> start.get(), type);
    }
}
