/** Approvals of plans. Plain Java. */
@NullMarked
package org.stoppayment.recovery.approvals.domain;

import org.jspecify.annotations.NullMarked;
