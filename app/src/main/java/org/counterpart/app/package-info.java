/// The process of one node: the main class, and the Spring application that it starts when it serves.
@NullMarked
package org.counterpart.app;

import org.jspecify.annotations.NullMarked;
