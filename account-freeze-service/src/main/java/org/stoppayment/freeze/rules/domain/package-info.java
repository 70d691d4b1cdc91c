/** Rules: aggregates, states and rules. Plain Java. */
@NullMarked
package org.stoppayment.freeze.rules.domain;

import org.jspecify.annotations.NullMarked;
