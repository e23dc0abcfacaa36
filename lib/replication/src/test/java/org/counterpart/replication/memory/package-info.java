/// A store in memory with transactions, for tests and for the simulation; it is never part of the application.
@NullMarked
package org.counterpart.replication.memory;

import org.jspecify.annotations.NullMarked;
