/** Watch: gRPC in and out: parse, call one use case, render. */
@NullMarked
package org.stoppayment.recovery.watch.grpc;

import org.jspecify.annotations.NullMarked;
