/** Holds: gRPC in and out: parse, call one use case, render. */
@NullMarked
package org.stoppayment.freeze.holds.grpc;

import org.jspecify.annotations.NullMarked;
