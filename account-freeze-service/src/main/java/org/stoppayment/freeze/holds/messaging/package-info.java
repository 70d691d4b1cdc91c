/** Holds: events in. */
@NullMarked
package org.stoppayment.freeze.holds.messaging;

import org.jspecify.annotations.NullMarked;
