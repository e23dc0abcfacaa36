/// What the process itself answers over HTTP, and the rule which listener serves which path.
@NullMarked
package org.counterpart.app.node.web;

import org.jspecify.annotations.NullMarked;
