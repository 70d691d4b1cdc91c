/** Shared: aggregates, states and rules. Plain Java. */
@NullMarked
package org.stoppayment.freeze.shared.domain;

import org.jspecify.annotations.NullMarked;
