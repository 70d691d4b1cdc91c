/** Tracing: use cases and the ports they need. */
@NullMarked
package org.stoppayment.freeze.tracing.application;

import org.jspecify.annotations.NullMarked;
