/** Attribution: whose money an account holds, by shares over the bookings of all cases. May import {@code facts} and {@code shared}. */
@NullMarked
package org.stoppayment.recovery.attribution;

import org.jspecify.annotations.NullMarked;
