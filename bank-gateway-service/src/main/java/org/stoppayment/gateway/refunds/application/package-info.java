/** The use case that forwards feedback about refunds, and its port. */
@NullMarked
package org.stoppayment.gateway.refunds.application;

import org.jspecify.annotations.NullMarked;
