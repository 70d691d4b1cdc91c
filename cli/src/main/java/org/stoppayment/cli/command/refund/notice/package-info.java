/** {@code stoppay refund ready|notice|object|decide}: public notices of plans, and objections to plans. */
@NullMarked
package org.stoppayment.cli.command.refund.notice;

import org.jspecify.annotations.NullMarked;
