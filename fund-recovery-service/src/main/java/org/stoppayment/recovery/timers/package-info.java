/** What is done when it is due, on every replica. */
@NullMarked
package org.stoppayment.recovery.timers;

import org.jspecify.annotations.NullMarked;
