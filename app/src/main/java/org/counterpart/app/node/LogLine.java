package org.counterpart.app.node;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.LayoutBase;

import java.util.Locale;

/// Gives every line of the log one form, `time= level= event=`, also those of the frameworks below us.
/// What a framework says may quote what an officer wrote, so only its logger and the kind and place of the failure are
/// written, in every mode: nobody notices that a node of real work was left in the one that is not made for it.
final class LogLine extends LayoutBase<ILoggingEvent> {
    private static final int FRAMES = 12;

    LogLine() {}

    @Override
    public String doLayout(ILoggingEvent event) {
        var line =
                new StringBuilder("time=")
                        .append(event.getInstant())
                        .append(" level=")
                        .append(event.getLevel().toString().toLowerCase(Locale.ROOT))
                        .append(' ');
        if (event.getLoggerName().equals(EventLog.LOGGER)) {
            return line.append(event.getFormattedMessage()).append('\n').toString();
        }
        line.append("event=framework logger=").append(event.getLoggerName());
        for (IThrowableProxy failure = event.getThrowableProxy();
                failure != null;
                failure = failure.getCause()) {
            append(line, failure);
        }
        return line.append('\n').toString();
    }

    private static void append(StringBuilder line, IThrowableProxy failure) {
        line.append(" failure=").append(failure.getClassName());
        StackTraceElementProxy[] frames = failure.getStackTraceElementProxyArray();
        for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
            StackTraceElement frame = frames[i].getStackTraceElement();
            line.append(i == 0 ? " at=" : ",")
                    .append(frame.getClassName().replaceFirst(".*\\.", ""))
                    .append(':')
                    .append(frame.getLineNumber());
        }
    }
}
