/** What a report becomes: the transfers that it names and the orders placed for them. Plain Java. */
@NullMarked
package org.stoppayment.freeze.orders.domain.placement;

import org.jspecify.annotations.NullMarked;
