/** Methods, claims and payouts. Plain Java. */
@NullMarked
package org.stoppayment.recovery.plans.domain;

import org.jspecify.annotations.NullMarked;
