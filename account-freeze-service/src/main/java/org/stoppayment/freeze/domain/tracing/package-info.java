/** Where a case's money went: the rule of taint (逐级追查) and what it leads to. Plain Java. */
@NullMarked
package org.stoppayment.freeze.domain.tracing;

import org.jspecify.annotations.NullMarked;
