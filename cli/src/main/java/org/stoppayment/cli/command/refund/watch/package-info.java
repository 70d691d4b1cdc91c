/** {@code stoppay recovery CASE --watch}. */
@NullMarked
package org.stoppayment.cli.command.refund.watch;

import org.jspecify.annotations.NullMarked;
