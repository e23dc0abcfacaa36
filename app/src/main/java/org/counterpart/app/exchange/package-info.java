/// Questions, answers and information between desks of different states, and the clocks that run on them.
@NullMarked
package org.counterpart.app.exchange;

import org.jspecify.annotations.NullMarked;
