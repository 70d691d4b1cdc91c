/** Tracing: Postgres behind the ports. */
@NullMarked
package org.stoppayment.freeze.tracing.persistence;

import org.jspecify.annotations.NullMarked;
