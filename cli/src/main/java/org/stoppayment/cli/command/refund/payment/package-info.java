/** {@code stoppay refund}: approvals of plans, and their payments. */
@NullMarked
package org.stoppayment.cli.command.refund.payment;

import org.jspecify.annotations.NullMarked;
