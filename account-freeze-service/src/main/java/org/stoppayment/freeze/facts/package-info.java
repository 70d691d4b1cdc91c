/** Facts: tells fund-recovery what is known of transfers, bookings, balances, holds and cases. May import all features but {@code api}. */
@NullMarked
package org.stoppayment.freeze.facts;

import org.jspecify.annotations.NullMarked;
