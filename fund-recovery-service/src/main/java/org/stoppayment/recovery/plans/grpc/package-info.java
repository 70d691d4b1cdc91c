/** Serves plans to refund officers. */
@NullMarked
package org.stoppayment.recovery.plans.grpc;

import org.jspecify.annotations.NullMarked;
