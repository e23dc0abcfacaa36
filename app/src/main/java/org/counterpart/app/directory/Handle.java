package org.counterpart.app.directory;

import org.counterpart.dossier.StateCode;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How people name a desk: `vn/customs-intelligence`, and where two nodes have one of that name,
/// `vn/customs-intelligence@1f3a9c2b` with the first digits of the node's id.
record Handle(StateCode state, String slug, String nodeStart) {
    private static final Pattern FORM =
            Pattern.compile("([A-Za-z]{2})/([a-z][a-z0-9-]{1,39})(?:@([0-9a-f]{8,32}))?");

    static Optional<Handle> parse(String text) {
        Matcher match = FORM.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        String nodeStart = match.group(3);
        return Optional.of(
                new Handle(
                        new StateCode(match.group(1).toUpperCase(Locale.ROOT)),
                        match.group(2),
                        nodeStart == null ? "" : nodeStart));
    }
}
