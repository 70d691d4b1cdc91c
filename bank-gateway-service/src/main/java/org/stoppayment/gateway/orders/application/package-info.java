/** The use cases that send orders and list institutions, and the ports they need. */
@NullMarked
package org.stoppayment.gateway.orders.application;

import org.jspecify.annotations.NullMarked;
