/// The officers' doors over HTTP: who comes in, how a refusal looks, and the doors of the roll of officers.
@NullMarked
package org.counterpart.app.access.web;

import org.jspecify.annotations.NullMarked;
