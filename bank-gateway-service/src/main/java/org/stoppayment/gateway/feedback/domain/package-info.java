/** What an institution says about an order, whatever protocol it came by. */
@NullMarked
package org.stoppayment.gateway.feedback.domain;

import org.jspecify.annotations.NullMarked;
