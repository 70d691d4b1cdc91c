/** Feedback of the institutions on its way in: what it says, and its hand-over to account-freeze. */
@NullMarked
package org.stoppayment.gateway.feedback;

import org.jspecify.annotations.NullMarked;
