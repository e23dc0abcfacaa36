package org.counterpart.app.node;

/// The PostgreSQL of this node: one that the node started itself, or one that it was told to use.
sealed interface Database extends AutoCloseable permits Database.External, EmbeddedPostgres {
    String url();

    String user();

    Secret password();

    /// One line for the operator.
    String words();

    @Override
    void close();

    /// Somebody else keeps this one running.
    record External(String url, String user, Secret password) implements Database {
        @Override
        public String words() {
            return "PostgreSQL at " + url.replaceFirst("\\?.*", "");
        }

        @Override
        public void close() {
            // Not ours to stop.
        }
    }
}
