/** Objections: gRPC in and out: parse, call one use case, render. */
@NullMarked
package org.stoppayment.freeze.objections.grpc;

import org.jspecify.annotations.NullMarked;
