package org.counterpart.app.access;

import org.counterpart.ledger.Act;
import org.counterpart.ledger.Code;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where this area hands its acts to the ledger: a stand-in for `proof.Leaves`, which has the same two methods.
/// Until that is in the tree, acts wait in a table of ours and strangers are not counted.
@Component
class LeafDoor {
    private static final String KEEP =
            """
            insert into access.leaf_waiting (act)
            values (:act)
            """;

    private final JdbcClient jdbc;

    LeafDoor(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Act act) {
        jdbc.sql(KEEP).param("act", act.json()).update();
    }

    void refusedStranger(Code ground) {
        // The ledger will count it.
    }
}
