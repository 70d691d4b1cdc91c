/** Facts: events in. */
@NullMarked
package org.stoppayment.recovery.facts.messaging;

import org.jspecify.annotations.NullMarked;
