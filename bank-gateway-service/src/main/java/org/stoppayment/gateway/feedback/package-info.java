/** Incoming feedback of the institutions, and its delivery to account-freeze. */
@NullMarked
package org.stoppayment.gateway.feedback;

import org.jspecify.annotations.NullMarked;
