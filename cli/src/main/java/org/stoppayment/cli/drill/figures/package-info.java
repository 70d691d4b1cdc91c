/** The report of a drill: sums, shares and percentiles over all cases. Pure. */
@NullMarked
package org.stoppayment.cli.drill.figures;

import org.jspecify.annotations.NullMarked;
