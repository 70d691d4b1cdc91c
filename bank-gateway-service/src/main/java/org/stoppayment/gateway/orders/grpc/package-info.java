/** The gRPC service that account-freeze calls. */
@NullMarked
package org.stoppayment.gateway.orders.grpc;

import org.jspecify.annotations.NullMarked;
