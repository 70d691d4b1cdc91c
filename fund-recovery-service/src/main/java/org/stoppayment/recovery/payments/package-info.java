/** Payments of approved plans: each once, out of one freeze. */
@NullMarked
package org.stoppayment.recovery.payments;

import org.jspecify.annotations.NullMarked;
