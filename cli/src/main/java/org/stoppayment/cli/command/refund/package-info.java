/** {@code stoppay refund} and {@code stoppay recovery}: where money is, and plans for its return. */
@NullMarked
package org.stoppayment.cli.command.refund;

import org.jspecify.annotations.NullMarked;
