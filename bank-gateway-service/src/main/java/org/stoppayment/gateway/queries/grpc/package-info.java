/** Renders answers as messages of the contract. */
@NullMarked
package org.stoppayment.gateway.queries.grpc;

import org.jspecify.annotations.NullMarked;
