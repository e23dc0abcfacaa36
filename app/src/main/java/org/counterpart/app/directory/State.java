package org.counterpart.app.directory;

import org.counterpart.dossier.StateCode;

/// A state or territory with its English name.
public record State(StateCode code, String name) {}
