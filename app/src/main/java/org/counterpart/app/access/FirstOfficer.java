package org.counterpart.app.access;

import org.counterpart.app.node.EventLine;
import org.counterpart.app.node.EventLog;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// At its first start a node makes one officer, `operator`, who can add all others. It never makes a second one: a lost
/// operator's token is a matter for who holds the machine, not for a restart.
@Component
class FirstOfficer implements ApplicationRunner {
    private static final NewOfficer OPERATOR =
            new NewOfficer(
                    new OfficerName("operator"),
                    new Label("Operator of this node"),
                    new Post.OfNode(Role.OPERATOR));

    private final Officers officers;
    private final Enrolling enrolling;
    private final Acts acts;
    private final TransactionOperations transactions;
    private final EventLog log;

    FirstOfficer(
            Officers officers,
            Enrolling enrolling,
            Acts acts,
            TransactionOperations transactions,
            EventLog log) {
        this.officers = officers;
        this.enrolling = enrolling;
        this.acts = acts;
        this.transactions = transactions;
        this.log = log;
    }

    /// Two processes that start at once on one database make one operator: the name can be taken only once.
    @Override
    public void run(ApplicationArguments arguments) {
        transactions.executeWithoutResult(
                _ -> {
                    if (officers.isEmpty()) {
                        enrolling.enrol(OPERATOR).ifPresent(this::tell);
                    }
                });
    }

    private void tell(Enrolling.Enrolled enrolled) {
        acts.leave(enrolled.in(acts.ofThisNode("officer-added")));
        log.write(EventLine.of("officer.first").id("officer", enrolled.officer().id().text()));
    }
}
