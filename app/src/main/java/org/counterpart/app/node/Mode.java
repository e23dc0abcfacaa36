package org.counterpart.app.node;

/// How much the node may do by itself: a demonstration makes its own key password, production is told one.
public enum Mode {
    DEMO("demo"),
    PRODUCTION("production");

    private final String word;

    Mode(String word) {
        this.word = word;
    }

    /// The word in settings and on screens.
    public String word() {
        return word;
    }
}
