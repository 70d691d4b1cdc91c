/** Serves batches to refund officers: parse, call one use case, render. */
@NullMarked
package org.stoppayment.recovery.batches.grpc;

import org.jspecify.annotations.NullMarked;
