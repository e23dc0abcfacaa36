package org.counterpart.app.node;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.FilterReply;
import ch.qos.logback.core.util.FileSize;

import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

import java.nio.file.Path;

/// Sends the log to the node's file, and the node's own warnings to the terminal too. Set up in code, because it is six lines of
/// decisions and a file of settings would be read before the node's own settings are known.
final class LogSetup {
    private static final String SIZE = "10MB";
    private static final int OLD_FILES = 5;

    private LogSetup() {}

    static void into(Path file) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            throw new IllegalStateException("Logging must be Logback.");
        }
        PrivateFiles.makeFolder(file.resolveSibling("."), PrivateFiles.ONLY_OWNER_ENTERS);
        context.reset();
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        var root = context.getLogger("ROOT");
        root.setLevel(Level.WARN);
        root.addAppender(terminal(context));
        root.addAppender(file(context, file));
        context.getLogger(EventLog.LOGGER).setLevel(Level.INFO);
        context.getLogger("com.zaxxer.hikari.pool").setLevel(Level.ERROR);
    }

    private static Appender<ILoggingEvent> terminal(LoggerContext context) {
        var appender = new ConsoleAppender<ILoggingEvent>();
        appender.setTarget("System.err");
        appender.addFilter(new OnlyOurWarnings());
        return started(appender, context);
    }

    private static Appender<ILoggingEvent> file(LoggerContext context, Path file) {
        var appender = new RollingFileAppender<ILoggingEvent>();
        appender.setFile(file.toString());
        var rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(file + ".%i");
        rolling.setMinIndex(1);
        rolling.setMaxIndex(OLD_FILES);
        rolling.start();
        var trigger = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        trigger.setContext(context);
        trigger.setMaxFileSize(FileSize.valueOf(SIZE));
        trigger.start();
        appender.setRollingPolicy(rolling);
        appender.setTriggeringPolicy(trigger);
        return started(appender, context);
    }

    private static Appender<ILoggingEvent> started(
            OutputStreamAppender<ILoggingEvent> appender, LoggerContext context) {
        var layout = new LogLine();
        layout.setContext(context);
        layout.start();
        var encoder = new LayoutWrappingEncoder<ILoggingEvent>();
        encoder.setContext(context);
        encoder.setLayout(layout);
        encoder.start();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }

    /// Frameworks report in their own words what the node then says in one sentence.
    private static final class OnlyOurWarnings extends Filter<ILoggingEvent> {
        @Override
        public FilterReply decide(ILoggingEvent event) {
            boolean shown =
                    event.getLoggerName().equals(EventLog.LOGGER)
                            && event.getLevel().isGreaterOrEqual(Level.WARN);
            return shown ? FilterReply.NEUTRAL : FilterReply.DENY;
        }
    }
}
