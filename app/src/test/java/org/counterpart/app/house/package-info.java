/// The rules of the house that a machine can check, for the whole repository.
@NullMarked
package org.counterpart.app.house;

import org.jspecify.annotations.NullMarked;
