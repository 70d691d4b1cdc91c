/** Orders: Postgres behind the ports. */
@NullMarked
package org.stoppayment.freeze.orders.persistence;

import org.jspecify.annotations.NullMarked;
