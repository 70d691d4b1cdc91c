/** Differences between the books and what was told. Plain Java. */
@NullMarked
package org.stoppayment.recovery.reconciliation.domain;

import org.jspecify.annotations.NullMarked;
