package org.counterpart.app.exchange;

import org.counterpart.app.federation.AState;
import org.junit.jupiter.api.extension.ExtendWith;

/// What the doors of the exchange are tested with; each test makes entries of its own.
@ExtendWith(TwoStates.Given.class)
abstract class BetweenTwoStates {
    final TwoStates both;
    final AState sg;
    final AState vn;

    BetweenTwoStates(TwoStates both) {
        this.both = both;
        this.sg = both.sg();
        this.vn = both.vn();
    }
}
