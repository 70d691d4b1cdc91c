/** Outgoing orders and their outcomes. */
@NullMarked
package org.stoppayment.gateway.orders;

import org.jspecify.annotations.NullMarked;
