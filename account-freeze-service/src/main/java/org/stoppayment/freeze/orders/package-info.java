/**
 * Stop orders (止付): from the report to the institution, feedback, doubt and the end of the term. May import {@code books} and what
 * is below it.
 *
 * <p>Orders do not know tracing. When bookings or a stop change a case's claim, {@link
 * org.stoppayment.freeze.orders.application.RecordingAnswers} calls {@link
 * org.stoppayment.freeze.orders.application.ClaimChangeListener}, which tracing implements. Neither do they know freezes or queries: of a withdrawn
 * case {@link org.stoppayment.freeze.orders.application.withdrawal.WithdrawalListener} is notified, which holds and queries
 * implement.
 */
@NullMarked
package org.stoppayment.freeze.orders;

import org.jspecify.annotations.NullMarked;
