/** Forwards feedback, and the port that it is forwarded by. */
@NullMarked
package org.stoppayment.gateway.feedback.application;

import org.jspecify.annotations.NullMarked;
