/** {@code stoppay refund forms} and {@code export}: the forms of plans as files. */
@NullMarked
package org.stoppayment.cli.command.refund.form;

import org.jspecify.annotations.NullMarked;
