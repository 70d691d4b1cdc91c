/** Amendments: aggregates, states and rules. Plain Java. */
@NullMarked
package org.stoppayment.freeze.amendments.domain;

import org.jspecify.annotations.NullMarked;
