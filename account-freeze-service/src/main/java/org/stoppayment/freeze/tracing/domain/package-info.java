/** Tracing: aggregates, states and rules. Plain Java. */
@NullMarked
package org.stoppayment.freeze.tracing.domain;

import org.jspecify.annotations.NullMarked;
