/// The ledger: a Merkle log of what happened on one node, and all that a stranger needs to check it.
@NullMarked
package org.counterpart.ledger;

import org.jspecify.annotations.NullMarked;
