/** Incoming events. */
@NullMarked
package org.stoppayment.recovery.ledger.messaging;

import org.jspecify.annotations.NullMarked;
