/** Approvals of plans: who asks, and who decides. */
@NullMarked
package org.stoppayment.recovery.approvals;

import org.jspecify.annotations.NullMarked;
