/** Orders, and the outcome of sending one. */
@NullMarked
package org.stoppayment.gateway.orders.domain;

import org.jspecify.annotations.NullMarked;
