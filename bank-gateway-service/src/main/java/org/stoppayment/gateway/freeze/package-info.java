/** The client of account-freeze. */
@NullMarked
package org.stoppayment.gateway.freeze;

import org.jspecify.annotations.NullMarked;
