/** Measures the suite against floors of the same run; prints figures, passes no judgement. */
@NullMarked
package org.stoppayment.benchmarks;

import org.jspecify.annotations.NullMarked;
