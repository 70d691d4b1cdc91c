/** The client of fund-recovery. */
@NullMarked
package org.stoppayment.gateway.refunds.recovery;

import org.jspecify.annotations.NullMarked;
