/** Batches of plans, and where their plans stand. Plain Java. */
@NullMarked
package org.stoppayment.recovery.batches.domain;

import org.jspecify.annotations.NullMarked;
