/** Events in: the inbox that account-freeze delivers to. */
@NullMarked
package org.stoppayment.recovery.messaging;

import org.jspecify.annotations.NullMarked;
