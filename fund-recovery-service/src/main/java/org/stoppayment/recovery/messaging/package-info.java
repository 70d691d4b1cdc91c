/** Incoming events. */
@NullMarked
package org.stoppayment.recovery.messaging;

import org.jspecify.annotations.NullMarked;
