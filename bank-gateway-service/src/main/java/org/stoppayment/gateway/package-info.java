/** The gateway to the institutions: sends orders and receives feedback. A slow institution does not delay the others. */
@NullMarked
package org.stoppayment.gateway;

import org.jspecify.annotations.NullMarked;
