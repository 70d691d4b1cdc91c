/** The use cases of recovery and the ports they need. */
@NullMarked
package org.stoppayment.recovery.ledger.application;

import org.jspecify.annotations.NullMarked;
