/// The dossier: small signed, sealed, immutable entries, the handling rules inside them, and what a reader may conclude.
@NullMarked
package org.counterpart.dossier;

import org.jspecify.annotations.NullMarked;
