package org.counterpart.app.node;

import java.time.Duration;

/// A node serves now: what an operator wants to read, and how long it took from the start of the process.
public record NodeReady(Settings settings, String database, Duration took) {}
