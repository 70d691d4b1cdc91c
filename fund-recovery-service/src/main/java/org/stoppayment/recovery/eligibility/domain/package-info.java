/** Conditions and victims. Plain Java. */
@NullMarked
package org.stoppayment.recovery.eligibility.domain;

import org.jspecify.annotations.NullMarked;
