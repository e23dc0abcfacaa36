package org.counterpart.app.command;

import picocli.CommandLine.Command;

/// What an operator does with the nodes of other states.
@Command(
        name = "peer",
        synopsisSubcommandLabel = "VERB",
        description =
                "Peers this node with another: both operators accept, and either may withdraw.",
        footer = {
            "",
            "Give the other operator your card, add theirs, telephone and read the fingerprints to"
                    + " each other, then both accept. A peering is between two nodes and goes no"
                    + " further."
        })
final class Peer {}
