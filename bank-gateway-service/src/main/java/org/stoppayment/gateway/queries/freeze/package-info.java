/** The client of account-freeze that records answers. */
@NullMarked
package org.stoppayment.gateway.queries.freeze;

import org.jspecify.annotations.NullMarked;
