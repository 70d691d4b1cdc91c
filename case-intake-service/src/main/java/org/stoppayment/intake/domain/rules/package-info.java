/** Rules on what a caller sends: what is refused, and what is accepted with a warning. Plain Java. */
@NullMarked
package org.stoppayment.intake.domain.rules;

import org.jspecify.annotations.NullMarked;
