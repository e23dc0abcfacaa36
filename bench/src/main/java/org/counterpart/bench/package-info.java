/// Measurements, each beside its limit or its peer.
@NullMarked
package org.counterpart.bench;

import org.jspecify.annotations.NullMarked;
