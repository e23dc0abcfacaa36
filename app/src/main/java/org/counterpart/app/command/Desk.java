package org.counterpart.app.command;

import picocli.CommandLine.Command;

/// The desks that can ask and be asked.
@Command(
        name = "desk",
        synopsisSubcommandLabel = "VERB",
        description = "Lists the desks that can be asked, and adds one to this node.")
final class Desk {}
