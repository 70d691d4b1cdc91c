/** Shared: the inbox, and how features take events. */
@NullMarked
package org.stoppayment.recovery.shared.messaging;

import org.jspecify.annotations.NullMarked;
