/// The proof of replication: many nodes in one thread from one seed, with every fault that we know of.
@NullMarked
package org.counterpart.simulation;

import org.jspecify.annotations.NullMarked;
