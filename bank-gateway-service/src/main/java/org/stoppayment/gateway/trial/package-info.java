/** Test orders to an institution that is being connected. */
@NullMarked
package org.stoppayment.gateway.trial;

import org.jspecify.annotations.NullMarked;
