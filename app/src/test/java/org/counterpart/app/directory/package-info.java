/// Tests of states and desks: what may be said of one, how it is called, and the doors of the directory.
@NullMarked
package org.counterpart.app.directory;

import org.jspecify.annotations.NullMarked;
