/** Time and ids: the one place in a service where a clock is read or an id made. */
@NullMarked
package org.stoppayment.kit.time;

import org.jspecify.annotations.NullMarked;
