/** Ledger: the books of held and recovered money, by case and account. May import {@code shared}. */
@NullMarked
package org.stoppayment.recovery.ledger;

import org.jspecify.annotations.NullMarked;
