package org.counterpart.app.proof;

import org.counterpart.ledger.Hash;
import org.counterpart.ledger.Leaf;
import org.counterpart.ledger.Salt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// The leaves that have a place in the log, to be read in that order.
@Component
final class NumberedLeaves {
    private final JdbcClient jdbc;

    NumberedLeaves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static final String PAGE =
            """
            select number, hash, salt, act
              from proof.leaf
             where number > :after
               and number < :size
             order by number
             limit :most
            """;

    /// The next leaves after that number, of a log of that size, as they are stored.
    List<Leaf> page(long after, long size, int most) {
        return jdbc.sql(PAGE)
                .param("after", after)
                .param("size", size)
                .param("most", most)
                .query(NumberedLeaves::leaf)
                .list();
    }

    private static Leaf leaf(ResultSet row, int index) throws SQLException {
        long number = row.getLong("number");
        Hash hash = Hash.of(row.getBytes("hash"));
        byte[] salt = row.getBytes("salt");
        return salt == null
                ? new Leaf.Erased(number, hash)
                : new Leaf.Held(number, hash, Salt.of(salt), row.getString("act"));
    }
}
