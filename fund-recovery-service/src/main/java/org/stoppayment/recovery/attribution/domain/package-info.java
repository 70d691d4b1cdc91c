/** Shares of money and the rules that move them. Plain Java. */
@NullMarked
package org.stoppayment.recovery.attribution.domain;

import org.jspecify.annotations.NullMarked;
