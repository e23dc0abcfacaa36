/// Peers: cards, peerings, signed requests over HTTPS, and the conversations that carry what nodes say to each other.
@NullMarked
package org.counterpart.app.federation;

import org.jspecify.annotations.NullMarked;
