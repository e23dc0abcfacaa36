package org.counterpart.app.node;

/// A setting has a value that is not allowed.
final class BadSetting extends NodeFailure {
    BadSetting(String name, String seen, String allowed) {
        super(
                ExitCode.USAGE,
                "The setting " + name + " is \"" + seen + "\"; allowed is " + allowed + ".",
                "");
    }
}
