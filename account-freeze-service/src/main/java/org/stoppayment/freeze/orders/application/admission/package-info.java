/** How many orders this process has in flight. */
@NullMarked
package org.stoppayment.freeze.orders.application.admission;

import org.jspecify.annotations.NullMarked;
