/** What account-freeze calls: parse, call one use case, render. */
@NullMarked
package org.stoppayment.gateway.grpc;

import org.jspecify.annotations.NullMarked;
