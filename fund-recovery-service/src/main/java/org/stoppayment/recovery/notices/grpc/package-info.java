/** Serves notices and objections to refund officers. */
@NullMarked
package org.stoppayment.recovery.notices.grpc;

import org.jspecify.annotations.NullMarked;
