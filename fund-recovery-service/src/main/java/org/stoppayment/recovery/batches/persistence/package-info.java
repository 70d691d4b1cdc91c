/** Batches: the ports' implementation on Postgres. */
@NullMarked
package org.stoppayment.recovery.batches.persistence;

import org.jspecify.annotations.NullMarked;
