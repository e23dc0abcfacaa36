package org.counterpart.app.command;

import picocli.CommandLine;

import java.io.PrintStream;

/// All verbs of the command line, in the order in which help shows them.
final class Verbs {
    private final Root root;
    private final Screen screen;
    private final PrintStream out;

    Verbs(Root root, Screen screen, PrintStream out) {
        this.root = root;
        this.screen = screen;
        this.out = out;
    }

    void addTo(CommandLine line) {
        line.addSubcommand(new DemoVerb(root, screen));
        forOfficers(line);
        forOperators(line);
    }

    private void forOfficers(CommandLine line) {
        line.addSubcommand(new InboxVerb(root, screen))
                .addSubcommand(new ShowVerb(root, screen))
                .addSubcommand(new AskVerb(root, screen))
                .addSubcommand(new AnswerVerb(root, screen))
                .addSubcommand(new RefuseVerb(root, screen))
                .addSubcommand(new TellVerb(root, screen))
                .addSubcommand(new RecallVerb(root, screen))
                .addSubcommand(new RecallAnswerVerb(root, screen))
                .addSubcommand(new CourtVerb(root, screen))
                .addSubcommand(members())
                .addSubcommand(permission());
    }

    private void forOperators(CommandLine line) {
        line.addSubcommand(desk())
                .addSubcommand(officer())
                .addSubcommand(peer())
                .addSubcommand(ledger());
    }

    private CommandLine members() {
        return new CommandLine(new Members())
                .addSubcommand(new MembersListVerb(root, screen))
                .addSubcommand(new MembersAddVerb(root, screen))
                .addSubcommand(new MembersRemoveVerb(root, screen));
    }

    private CommandLine permission() {
        return new CommandLine(new Permission())
                .addSubcommand(new PermissionAskVerb(root, screen))
                .addSubcommand(new PermissionGrantVerb(root, screen))
                .addSubcommand(new PermissionRefuseVerb(root, screen));
    }

    private CommandLine desk() {
        return new CommandLine(new Desk())
                .addSubcommand(new DeskListVerb(root, screen))
                .addSubcommand(new DeskAddVerb(root, screen));
    }

    private CommandLine officer() {
        return new CommandLine(new OfficerRoll())
                .addSubcommand(new OfficerListVerb(root, screen))
                .addSubcommand(new OfficerAddVerb(root, screen))
                .addSubcommand(new OfficerPostVerb(root, screen))
                .addSubcommand(new OfficerRevokeVerb(root, screen));
    }

    private CommandLine peer() {
        return new CommandLine(new Peer())
                .addSubcommand(new PeerCardVerb(root, screen))
                .addSubcommand(new PeerAddVerb(root, screen))
                .addSubcommand(new PeerAcceptVerb(root, screen))
                .addSubcommand(new PeerListVerb(root, screen))
                .addSubcommand(new PeerTestVerb(root, screen))
                .addSubcommand(new PeerWithdrawVerb(root, screen));
    }

    private CommandLine ledger() {
        return new CommandLine(new Ledger())
                .addSubcommand(new LedgerExportVerb(root, screen, out))
                .addSubcommand(new LedgerHeadVerb(root, screen))
                .addSubcommand(new LedgerContentsVerb(root, screen))
                .addSubcommand(new LedgerVerifyVerb(screen));
    }
}
