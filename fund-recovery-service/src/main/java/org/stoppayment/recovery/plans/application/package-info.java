/** The use cases of plans and the ports they need. */
@NullMarked
package org.stoppayment.recovery.plans.application;

import org.jspecify.annotations.NullMarked;
