/** Orders: use cases and the ports they need. */
@NullMarked
package org.stoppayment.freeze.orders.application;

import org.jspecify.annotations.NullMarked;
