/** Payments to victims: their states and what of them is paid out of which freeze. Plain Java. */
@NullMarked
package org.stoppayment.recovery.payments.domain;

import org.jspecify.annotations.NullMarked;
