/// The words of the product: what a code means and what to do next, in the reader's language.
@NullMarked
@ApplicationModule(
        displayName = "language",
        allowedDependencies = {})
package org.counterpart.app.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
