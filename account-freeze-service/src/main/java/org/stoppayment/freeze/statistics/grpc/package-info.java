/** Statistics of holds: gRPC in and out: parse, call one use case, render. */
@NullMarked
package org.stoppayment.freeze.statistics.grpc;

import org.jspecify.annotations.NullMarked;
