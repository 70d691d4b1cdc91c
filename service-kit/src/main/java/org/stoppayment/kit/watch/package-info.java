/** Streams that show clients what they watch: limits, heartbeats, and states that can be taken up again. */
@NullMarked
package org.stoppayment.kit.watch;

import org.jspecify.annotations.NullMarked;
