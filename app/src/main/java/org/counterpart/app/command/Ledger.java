package org.counterpart.app.command;

import picocli.CommandLine.Command;

/// What can be done with the ledger of a node.
@Command(
        name = "ledger",
        synopsisSubcommandLabel = "VERB",
        description = "Takes the ledger of a node, and verifies one without the node.",
        footer = {
            "",
            "Export, head and contents talk to the running node; verify needs only the files, on"
                    + " any machine."
        })
final class Ledger {}
