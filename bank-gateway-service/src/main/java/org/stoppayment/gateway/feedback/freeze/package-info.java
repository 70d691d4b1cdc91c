/** The client of account-freeze. */
@NullMarked
package org.stoppayment.gateway.feedback.freeze;

import org.jspecify.annotations.NullMarked;
