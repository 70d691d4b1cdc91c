/** The {@code stoppay} command: starts the suite, reports, watches and drills. Its {@code suite} package is a library too. */
@NullMarked
package org.stoppayment.cli;

import org.jspecify.annotations.NullMarked;
