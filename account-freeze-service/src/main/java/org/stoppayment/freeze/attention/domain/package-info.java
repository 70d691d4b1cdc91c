/** Attention: aggregates, states and rules. Plain Java. */
@NullMarked
package org.stoppayment.freeze.attention.domain;

import org.jspecify.annotations.NullMarked;
