package org.counterpart.app.command;

import picocli.CommandLine.Command;

/// What the codes forbid, and the originator may allow.
@Command(
        name = "permission",
        synopsisSubcommandLabel = "VERB",
        description =
                "Asks an originator for what the handling codes forbid; grants or refuses it.")
final class Permission {}
