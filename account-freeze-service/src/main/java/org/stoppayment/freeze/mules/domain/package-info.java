/** Mules: aggregates, states and rules. Plain Java. */
@NullMarked
package org.stoppayment.freeze.mules.domain;

import org.jspecify.annotations.NullMarked;
