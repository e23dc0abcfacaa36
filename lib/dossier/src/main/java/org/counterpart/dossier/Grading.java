package org.counterpart.dossier;

/// The 4x4 evaluation of what is asserted; what asserts nothing, such as a question, has none.
public sealed interface Grading {
    record NothingAsserted() implements Grading {}

    record Graded(SourceEvaluation source, InformationEvaluation information) implements Grading {}
}
