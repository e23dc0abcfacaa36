/// Tests of replication: a few nodes over stores in memory, spoken to by hand.
@NullMarked
package org.counterpart.replication;

import org.jspecify.annotations.NullMarked;
