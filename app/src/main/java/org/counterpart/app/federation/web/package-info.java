/// The operator's doors to peerings over HTTP.
@NullMarked
package org.counterpart.app.federation.web;

import org.jspecify.annotations.NullMarked;
