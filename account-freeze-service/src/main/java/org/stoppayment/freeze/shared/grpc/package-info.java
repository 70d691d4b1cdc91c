/** What the gRPC layers of several features use. */
@NullMarked
package org.stoppayment.freeze.shared.grpc;

import org.jspecify.annotations.NullMarked;
