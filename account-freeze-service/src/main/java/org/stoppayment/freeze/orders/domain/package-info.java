/** Orders: aggregates, states and rules. Plain Java. */
@NullMarked
package org.stoppayment.freeze.orders.domain;

import org.jspecify.annotations.NullMarked;
