package org.counterpart.app.node;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The structured log of the node: what happened, for its operator. The ledger, not this, is the proof.
public final class EventLog {
    static final String LOGGER = "event";
    private final Logger logger = LoggerFactory.getLogger(LOGGER);

    /// Writes one line.
    public void write(EventLine line) {
        logger.info("{}", line);
    }

    /// Writes one line that somebody should look at.
    public void warn(EventLine line) {
        logger.warn("{}", line);
    }
}
