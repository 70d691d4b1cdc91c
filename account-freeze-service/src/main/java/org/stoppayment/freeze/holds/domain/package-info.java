/** Holds: aggregates, states and rules. Plain Java. */
@NullMarked
package org.stoppayment.freeze.holds.domain;

import org.jspecify.annotations.NullMarked;
