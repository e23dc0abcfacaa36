package org.counterpart.app.node;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Where settings come from: the command line, then the environment, then `node.properties`.
/// Each way to read one says what is allowed when it refuses.
final class SettingsSource {
    private static final Duration MOST_OFFSET = Duration.ofDays(400);

    private static final int MOST_ESCALATION = 120;

    private final List<Function<Setting, Optional<String>>> layers;

    SettingsSource(
            Map<Setting, String> given,
            Map<String, String> environment,
            Map<Setting, String> file) {
        layers =
                List.of(
                        setting -> Optional.ofNullable(given.get(setting)),
                        setting -> Optional.ofNullable(environment.get(setting.variable())),
                        setting -> Optional.ofNullable(file.get(setting)));
    }

    /// An empty value counts as none, so that a script can pass a variable on that is not set.
    Optional<String> text(Setting setting) {
        return layers.stream()
                .flatMap(layer -> layer.apply(setting).stream())
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    Optional<Integer> port(Setting setting) {
        return text(setting)
                .map(
                        seen -> {
                            if (!seen.matches("[1-9][0-9]{0,4}")
                                    || Integer.parseInt(seen) > 65_535) {
                                throw bad(setting, seen, "a port from 1 to 65535");
                            }
                            return Integer.parseInt(seen);
                        });
    }

    Mode mode() {
        String seen = text(Setting.MODE).orElse(Mode.DEMO.word());
        for (Mode mode : Mode.values()) {
            if (mode.word().equals(seen)) {
                return mode;
            }
        }
        throw bad(Setting.MODE, seen, "demo or production");
    }

    StateCode state(NodeName node) {
        String seen = text(Setting.STATE).orElseGet(() -> node.text().toUpperCase(Locale.ROOT));
        try {
            return new StateCode(seen);
        } catch (BadSetting _) {
            throw bad(Setting.STATE, seen, "the two capital letters of ISO 3166-1, such as SG");
        }
    }

    /// Numbers only: a name would be looked up in the network, and a start must not depend on that.
    InetAddress address(Setting setting) {
        String seen = text(setting).orElse("127.0.0.1");
        String allowed = "an IP address of this machine, or 0.0.0.0 for all of them";
        if (!seen.matches("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:.]*")) {
            throw bad(setting, seen, allowed);
        }
        try {
            return InetAddress.getByName(seen);
        } catch (UnknownHostException _) {
            throw bad(setting, seen, allowed);
        }
    }

    Optional<URI> url(Setting setting) {
        return text(setting)
                .map(
                        seen -> {
                            String allowed =
                                    "an address that starts with https:// and has no query";
                            try {
                                URI url = new URI(seen);
                                if ("https".equals(url.getScheme())
                                        && url.getHost() != null
                                        && url.getRawQuery() == null) {
                                    return url;
                                }
                                throw bad(setting, seen, allowed);
                            } catch (URISyntaxException _) {
                                throw bad(setting, seen, allowed);
                            }
                        });
    }

    Optional<Path> path(Setting setting) {
        return text(setting)
                .map(
                        seen -> {
                            try {
                                return Path.of(seen).toAbsolutePath();
                            } catch (InvalidPathException _) {
                                throw bad(setting, seen, "a path of this machine");
                            }
                        });
    }

    /// It stands in the card and is read aloud, so it is one short line.
    String escalation() {
        String seen = text(Setting.ESCALATION).orElse(Setting.ESCALATION.fallback());
        if (seen.length() > MOST_ESCALATION || seen.chars().anyMatch(Character::isISOControl)) {
            throw bad(
                    Setting.ESCALATION,
                    seen,
                    "an office and its telephone number, at most 120 characters on one line");
        }
        return seen;
    }

    /// Only a demonstration may run with a wrong clock.
    Duration clockOffset(Mode mode) {
        String seen = text(Setting.CLOCK_OFFSET).orElse("PT0S");
        String allowed =
                "in demo mode an ISO 8601 duration of at most 400 days, such as PT-10M, else PT0S";
        try {
            Duration offset = Duration.parse(seen);
            if (offset.abs().compareTo(MOST_OFFSET) <= 0
                    && (offset.isZero() || mode == Mode.DEMO)) {
                return offset;
            }
            throw bad(Setting.CLOCK_OFFSET, seen, allowed);
        } catch (DateTimeParseException _) {
            throw bad(Setting.CLOCK_OFFSET, seen, allowed);
        }
    }

    static BadSetting bad(Setting setting, String seen, String allowed) {
        return new BadSetting(setting.key() + " (" + setting.variable() + ")", seen, allowed);
    }
}
