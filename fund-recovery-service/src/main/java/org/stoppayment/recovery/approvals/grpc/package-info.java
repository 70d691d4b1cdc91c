/** Serves approvals to officers. */
@NullMarked
package org.stoppayment.recovery.approvals.grpc;

import org.jspecify.annotations.NullMarked;
