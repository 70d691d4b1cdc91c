/** Renders feedback as messages of the contract. */
@NullMarked
package org.stoppayment.gateway.feedback.grpc;

import org.jspecify.annotations.NullMarked;
