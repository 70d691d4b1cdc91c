/** Metrics that every service has. */
@NullMarked
package org.stoppayment.kit.metrics;

import org.jspecify.annotations.NullMarked;
