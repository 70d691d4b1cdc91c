/** The clock and the id generator of a service. */
@NullMarked
package org.stoppayment.kit.time;

import org.jspecify.annotations.NullMarked;
