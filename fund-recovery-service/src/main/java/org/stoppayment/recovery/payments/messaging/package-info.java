/** Events about payments. */
@NullMarked
package org.stoppayment.recovery.payments.messaging;

import org.jspecify.annotations.NullMarked;
