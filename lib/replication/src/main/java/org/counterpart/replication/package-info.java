/// Replication: what a node sends, stores, acknowledges, asks for and refuses, decided without any I/O of its own.
@NullMarked
package org.counterpart.replication;

import org.jspecify.annotations.NullMarked;
