/** Renders feedback as the contract has it. */
@NullMarked
package org.stoppayment.gateway.feedback.grpc;

import org.jspecify.annotations.NullMarked;
