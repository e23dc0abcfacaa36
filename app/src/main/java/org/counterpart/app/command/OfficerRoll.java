package org.counterpart.app.command;

import picocli.CommandLine.Command;

/// The officers of a node.
@Command(
        name = "officer",
        synopsisSubcommandLabel = "VERB",
        description = "Adds officers to this node, gives them other posts, revokes them.")
final class OfficerRoll {}
