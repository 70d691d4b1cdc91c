/** The use case that forwards feedback, and its port. */
@NullMarked
package org.stoppayment.gateway.feedback.application;

import org.jspecify.annotations.NullMarked;
