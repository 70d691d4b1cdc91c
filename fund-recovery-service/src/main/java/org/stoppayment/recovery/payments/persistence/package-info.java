/** Payments: the ports' implementation on Postgres. */
@NullMarked
package org.stoppayment.recovery.payments.persistence;

import org.jspecify.annotations.NullMarked;
