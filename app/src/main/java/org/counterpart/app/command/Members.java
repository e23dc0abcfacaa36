package org.counterpart.app.command;

import picocli.CommandLine.Command;

/// Who takes part in a dossier.
@Command(
        name = "members",
        synopsisSubcommandLabel = "VERB",
        description = "Shows which nodes take part in a dossier, brings one in, puts one out.")
final class Members {}
