/**
 * Stop orders (止付): from the report to the institution, feedback, doubt and the end of the term. May import {@code books} and what
 * is below it.
 *
 * <p>Orders do not know tracing. When bookings or a stop change a case's claim, {@link
 * org.stoppayment.freeze.orders.application.RecordingAnswers} calls {@link
 * org.stoppayment.freeze.orders.application.ClaimChangeListener}, which tracing implements.
 *
 * <p>Orders do not know freezes and queries. When a case is withdrawn, each {@link
 * org.stoppayment.freeze.orders.application.withdrawal.WithdrawalListener} is notified; holds and queries implement it.
 */
@NullMarked
package org.stoppayment.freeze.orders;

import org.jspecify.annotations.NullMarked;
