/** Figures that officers answer for: what is held, how long, and how much of it is more than the cases' money. Reads only. */
@NullMarked
package org.stoppayment.freeze.statistics;

import org.jspecify.annotations.NullMarked;
