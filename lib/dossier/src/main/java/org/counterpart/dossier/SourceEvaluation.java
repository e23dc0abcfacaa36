package org.counterpart.dossier;

/// How far the source can be relied on, as its provider judges; there is no default.
public enum SourceEvaluation {
    /// No doubt about authenticity, trust and competence, or reliable in all instances.
    A,
    /// Reliable in most instances.
    B,
    /// Unreliable in most instances.
    C,
    /// Reliability cannot be assessed.
    X
}
