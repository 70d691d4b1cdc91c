/** The use cases of reconciliation and the ports they need. */
@NullMarked
package org.stoppayment.recovery.reconciliation.application;

import org.jspecify.annotations.NullMarked;
