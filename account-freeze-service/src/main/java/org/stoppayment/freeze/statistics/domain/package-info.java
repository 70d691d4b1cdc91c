/** Statistics of holds: aggregates, states and rules. Plain Java. */
@NullMarked
package org.stoppayment.freeze.statistics.domain;

import org.jspecify.annotations.NullMarked;
