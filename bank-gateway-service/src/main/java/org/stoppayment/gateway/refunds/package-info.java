/** Refunds: what institutions call back about orders to pay frozen money to victims, for fund-recovery. */
@NullMarked
package org.stoppayment.gateway.refunds;

import org.jspecify.annotations.NullMarked;
