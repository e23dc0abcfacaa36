/// Tests of the simulation: that it finds nothing in the shipped machine and something in each mutant.
@NullMarked
package org.counterpart.simulation;

import org.jspecify.annotations.NullMarked;
