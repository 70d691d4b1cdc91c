/** Postgres behind the ports. */
@NullMarked
package org.stoppayment.recovery.persistence;

import org.jspecify.annotations.NullMarked;
