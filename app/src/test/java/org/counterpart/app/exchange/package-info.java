/// Tests of what desks say to each other: over real HTTP between two nodes, and the folds and rules alone.
@NullMarked
package org.counterpart.app.exchange;

import org.jspecify.annotations.NullMarked;
