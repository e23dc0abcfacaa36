package org.counterpart.dossier;

import static org.counterpart.dossier.HandlingCode.H0;
import static org.counterpart.dossier.HandlingCode.H3;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;

/// Handling as tests of the rules write it, each with one restriction and no other.
final class Handlings {
    private Handlings() {}

    static Recipients only(TestNode... nodes) {
        return new Recipients.Only(Set.copyOf(Arrays.stream(nodes).map(TestNode::desk).toList()));
    }

    static Handling codes(HandlingCode... codes) {
        return Handling.of(Set.of(codes), Set.of(Purpose.INVESTIGATION));
    }

    static Handling h3(Recipients recipients, Tlp tlp) {
        return new Handling(
                Set.of(H3),
                "Ask first.",
                recipients,
                false,
                false,
                tlp,
                Set.of(Purpose.INVESTIGATION),
                Handling.NEVER);
    }

    static Handling marked(Tlp tlp) {
        return limited(tlp, Handling.NEVER);
    }

    static Handling until(Instant end) {
        return limited(Tlp.NOT_MARKED, end);
    }

    static Handling limited(Tlp tlp, Instant end) {
        return new Handling(
                Set.of(H0),
                "",
                new Recipients.WholeAudience(),
                false,
                false,
                tlp,
                Set.of(Purpose.INVESTIGATION),
                end);
    }
}
