/** Proposals for a declined order: the likely right name or sum. Plain Java. */
@NullMarked
package org.stoppayment.freeze.orders.domain.corrections;

import org.jspecify.annotations.NullMarked;
