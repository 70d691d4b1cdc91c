/** Alerts: gRPC in and out: parse, call one use case, render. */
@NullMarked
package org.stoppayment.freeze.alerts.grpc;

import org.jspecify.annotations.NullMarked;
