/// What officers can fetch of the ledger over HTTP.
@NullMarked
package org.counterpart.app.proof.web;

import org.jspecify.annotations.NullMarked;
