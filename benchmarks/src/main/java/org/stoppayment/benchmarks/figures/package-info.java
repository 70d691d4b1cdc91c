/** The figures that can be taken. */
@NullMarked
package org.stoppayment.benchmarks.figures;

import org.jspecify.annotations.NullMarked;
