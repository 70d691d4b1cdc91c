/** Outgoing events. */
@NullMarked
package org.stoppayment.intake.messaging;

import org.jspecify.annotations.NullMarked;
