/** Orders on their way out, and what came of them. */
@NullMarked
package org.stoppayment.gateway.orders;

import org.jspecify.annotations.NullMarked;
