/** Serves victims to refund officers. */
@NullMarked
package org.stoppayment.recovery.eligibility.grpc;

import org.jspecify.annotations.NullMarked;
