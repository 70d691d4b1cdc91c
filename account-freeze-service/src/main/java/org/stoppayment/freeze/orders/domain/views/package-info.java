/** What readers are shown of orders and of a case. Plain Java. */
@NullMarked
package org.stoppayment.freeze.orders.domain.views;

import org.jspecify.annotations.NullMarked;
