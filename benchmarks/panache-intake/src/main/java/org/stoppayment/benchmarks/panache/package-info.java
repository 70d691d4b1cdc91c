/** The intake's store as entities: a prototype to measure, never deployed. */
@NullMarked
package org.stoppayment.benchmarks.panache;

import org.jspecify.annotations.NullMarked;
