/** Positions, entries and the books that they add up to. Plain Java. */
@NullMarked
package org.stoppayment.recovery.domain;

import org.jspecify.annotations.NullMarked;
