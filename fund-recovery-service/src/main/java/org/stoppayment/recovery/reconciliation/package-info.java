/** Reconciliation: whether the books agree with what institutions told. May import {@code shared}. */
@NullMarked
package org.stoppayment.recovery.reconciliation;

import org.jspecify.annotations.NullMarked;
