/**
 * Following the money level by level (逐级追查): taint, onward orders, the trace. May import {@code orders} and what is below it, not
 * {@code amendments}.
 */
@NullMarked
package org.stoppayment.freeze.tracing;

import org.jspecify.annotations.NullMarked;
