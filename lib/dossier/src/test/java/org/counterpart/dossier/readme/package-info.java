/// The snippets of the README, compiled from outside the library as its readers would.
@NullMarked
package org.counterpart.dossier.readme;

import org.jspecify.annotations.NullMarked;
