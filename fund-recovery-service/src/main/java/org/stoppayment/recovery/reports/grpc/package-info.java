/** gRPC in and out: parse, call one use case, render. */
@NullMarked
package org.stoppayment.recovery.reports.grpc;

import org.jspecify.annotations.NullMarked;
