/** gRPC: error mapping, connections with deadlines, interceptors. */
@NullMarked
package org.stoppayment.kit.grpc;

import org.jspecify.annotations.NullMarked;
