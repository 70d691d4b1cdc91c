/** The gRPC service of the registry. */
@NullMarked
package org.stoppayment.gateway.registry.grpc;

import org.jspecify.annotations.NullMarked;
