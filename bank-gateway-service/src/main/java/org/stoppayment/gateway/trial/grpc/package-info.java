/** The gRPC service of trials. */
@NullMarked
package org.stoppayment.gateway.trial.grpc;

import org.jspecify.annotations.NullMarked;
