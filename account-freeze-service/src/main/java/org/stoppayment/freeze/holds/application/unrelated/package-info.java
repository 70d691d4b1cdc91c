/** Holds: funds that have nothing to do with the case: their finding, and the notice of their owner. */
@NullMarked
package org.stoppayment.freeze.holds.application.unrelated;

import org.jspecify.annotations.NullMarked;
