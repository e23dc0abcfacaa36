/// The doors of the exchange for programs and the command line: JSON over HTTP on the officers' listener.
@NullMarked
package org.counterpart.app.exchange.web;

import org.jspecify.annotations.NullMarked;
