package org.counterpart.simulation;

import java.util.List;
import java.util.function.Predicate;

/// Something forged, altered, replayed or wrongly addressed, and how an honest node is to refuse it.
///
/// @param codes one of these is to be reported
/// @param subject of the report
/// @param applies whether the receiver, as it stands before it takes the batch, can come so far
/// @param reached what is counted when it was refused
record Expected(List<String> codes, String subject, Predicate<Node> applies, Happening reached) {}
