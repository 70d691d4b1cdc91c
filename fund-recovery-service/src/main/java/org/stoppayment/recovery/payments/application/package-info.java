/** The use cases of payments and the ports they need. */
@NullMarked
package org.stoppayment.recovery.payments.application;

import org.jspecify.annotations.NullMarked;
