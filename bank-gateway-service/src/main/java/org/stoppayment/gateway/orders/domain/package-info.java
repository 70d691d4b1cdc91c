/** Orders and their outcomes. */
@NullMarked
package org.stoppayment.gateway.orders.domain;

import org.jspecify.annotations.NullMarked;
