/// Tests of peers, cards, signed requests and conversations between real nodes.
@NullMarked
package org.counterpart.app.federation;

import org.jspecify.annotations.NullMarked;
