/** Holds: orders about freezes: renewals, lifts, other sums. */
@NullMarked
package org.stoppayment.freeze.holds.application.amendments;

import org.jspecify.annotations.NullMarked;
