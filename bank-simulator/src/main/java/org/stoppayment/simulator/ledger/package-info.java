/** The institutions' books: accounts, bookings, stops, and the rules of a stop. */
@NullMarked
package org.stoppayment.simulator.ledger;

import org.jspecify.annotations.NullMarked;
