/** {@code stoppay victim}: what refund officers establish about victims. */
@NullMarked
package org.stoppayment.cli.command.victim;

import org.jspecify.annotations.NullMarked;
