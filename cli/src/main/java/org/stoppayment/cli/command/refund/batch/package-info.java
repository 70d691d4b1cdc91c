/** {@code stoppay refund batch}: plans that are submitted, approved and paid together. */
@NullMarked
package org.stoppayment.cli.command.refund.batch;

import org.jspecify.annotations.NullMarked;
