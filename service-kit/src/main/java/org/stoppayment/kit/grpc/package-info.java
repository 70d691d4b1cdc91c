/** gRPC plumbing: one error mapper, deadlines. */
@NullMarked
package org.stoppayment.kit.grpc;

import org.jspecify.annotations.NullMarked;
