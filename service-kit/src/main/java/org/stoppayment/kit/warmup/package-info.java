/** Runs the hot path of a service before it says that it is ready. */
@NullMarked
package org.stoppayment.kit.warmup;

import org.jspecify.annotations.NullMarked;
