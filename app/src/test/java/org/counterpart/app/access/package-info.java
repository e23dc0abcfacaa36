/// Tests of who may do what, and of the doors of the roll of officers.
@NullMarked
package org.counterpart.app.access;

import org.jspecify.annotations.NullMarked;
