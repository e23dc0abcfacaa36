package org.counterpart.app.federation;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.stream.Collectors;

/// What an HTTP message signature covers (RFC 9421 2.5): a line for each component, then the parameters.
///
/// @param parameters as they stand behind the list of components, from the first semicolon
record SignatureBase(List<Component> components, String parameters) {
    /// One covered component, such as `"@method": POST`.
    record Component(String name, String value) {}

    /// The value of `@signature-params` (RFC 9421 2.3).
    String input() {
        return components.stream()
                        .map(component -> '"' + component.name() + '"')
                        .collect(Collectors.joining(" ", "(", ")"))
                + parameters;
    }

    byte[] bytes() {
        var base = new StringBuilder();
        for (Component component : components) {
            base.append('"').append(component.name()).append("\": ");
            base.append(component.value()).append('\n');
        }
        base.append("\"@signature-params\": ").append(input());
        return base.toString().getBytes(US_ASCII);
    }
}
