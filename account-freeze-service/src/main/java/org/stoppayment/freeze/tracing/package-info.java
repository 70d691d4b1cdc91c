/** Following the money level by level (逐级追查): taint, onward orders, the trace. */
@NullMarked
package org.stoppayment.freeze.tracing;

import org.jspecify.annotations.NullMarked;
