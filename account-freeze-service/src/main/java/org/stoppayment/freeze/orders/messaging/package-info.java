/** Orders: events in and out. */
@NullMarked
package org.stoppayment.freeze.orders.messaging;

import org.jspecify.annotations.NullMarked;
