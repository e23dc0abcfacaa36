package org.counterpart.dossier;

import java.util.Arrays;

/// The Traffic Light Protocol 2.0 (FIRST, August 2022), strictest first. It sits beside the handling codes, which
/// stay the legal layer.
public enum Tlp {
    RED("TLP:RED"),
    AMBER_STRICT("TLP:AMBER+STRICT"),
    AMBER("TLP:AMBER"),
    GREEN("TLP:GREEN"),
    CLEAR("TLP:CLEAR"),
    /// The author gave no label; the handling codes alone count.
    NOT_MARKED("");

    private final String label;

    Tlp(String label) {
        this.label = label;
    }

    /// The label as FIRST writes it; empty for [#NOT_MARKED].
    public String label() {
        return label;
    }

    static Tlp of(String label) {
        return Arrays.stream(values())
                .filter(tlp -> tlp.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new Malformed("'" + label + "' is no TLP 2.0 label"));
    }

    boolean isStricterThan(Tlp other) {
        return compareTo(other) < 0;
    }
}
