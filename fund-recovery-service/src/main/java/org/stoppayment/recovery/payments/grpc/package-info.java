/** Serves payments to officers, and sends them through the gateway. */
@NullMarked
package org.stoppayment.recovery.payments.grpc;

import org.jspecify.annotations.NullMarked;
