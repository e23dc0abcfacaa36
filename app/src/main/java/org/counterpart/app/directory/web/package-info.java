/// The doors of the directory over HTTP.
@NullMarked
package org.counterpart.app.directory.web;

import org.jspecify.annotations.NullMarked;
