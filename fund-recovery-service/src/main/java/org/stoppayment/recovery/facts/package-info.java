/** Facts: what account-freeze tells of transfers, bookings, balances, holds and cases. May import shared. */
@NullMarked
package org.stoppayment.recovery.facts;

import org.jspecify.annotations.NullMarked;
