package org.counterpart.app.node;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;

/// Makes sure that key file and database belong together.
final class Identity {
    private static final String KEEP_FIRST_KEY =
            """
            insert into node.identity (signing_key, made_at)
            values (:key, :now)
            on conflict (only_row) do nothing
            """;

    private static final String KEY_OF_THIS_DATABASE =
            """
            select signing_key
              from node.identity
            """;

    private static final int SHOWN_DIGITS = 16;

    private Identity() {}

    static void check(JdbcClient jdbc, KeyFile keys, Instant now) {
        byte[] ours = keys.signingPublicKey();
        jdbc.sql(KEEP_FIRST_KEY).param("key", ours).param("now", Timestamp.from(now)).update();
        byte[] theirs =
                jdbc.sql(KEY_OF_THIS_DATABASE)
                        .query((row, _) -> row.getBytes("signing_key"))
                        .single();
        if (!MessageDigest.isEqual(ours, theirs)) {
            throw new DatabaseUnavailable(
                    "This database belongs to the node with signing key "
                            + start(theirs)
                            + "..., but the key file holds "
                            + start(ours)
                            + "....",
                    "Restore the key file that belongs to it.");
        }
    }

    private static String start(byte[] key) {
        return HexFormat.of().formatHex(key).substring(0, SHOWN_DIGITS);
    }
}
