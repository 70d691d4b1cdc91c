/** Ledger entries, positions and books. Plain Java. */
@NullMarked
package org.stoppayment.recovery.ledger.domain;

import org.jspecify.annotations.NullMarked;
