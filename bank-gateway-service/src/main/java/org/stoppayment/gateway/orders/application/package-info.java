/** Sends orders and lists the institutions, and the ports that they need. */
@NullMarked
package org.stoppayment.gateway.orders.application;

import org.jspecify.annotations.NullMarked;
