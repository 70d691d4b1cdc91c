/** The figures of fund-recovery: books, shares, plans, payments and reports. */
@NullMarked
package org.stoppayment.benchmarks.figures.recovery;

import org.jspecify.annotations.NullMarked;
