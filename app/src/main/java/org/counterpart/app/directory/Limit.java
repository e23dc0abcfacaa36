package org.counterpart.app.directory;

/// The limits of this area, each with its reason.
enum Limit {
    /// Official names in four languages' length; longer ones break every screen.
    CHARACTERS_OF_A_NAME(200),
    /// More than any state has official languages; who speaks more names the best.
    LANGUAGES_OF_A_DESK(12),
    /// Fits one answer on a bad line.
    DESKS_A_PAGE(200);

    private final int value;

    Limit(int value) {
        this.value = value;
    }

    int value() {
        return value;
    }
}
