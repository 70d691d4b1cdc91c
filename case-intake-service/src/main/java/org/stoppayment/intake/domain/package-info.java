/** Reports, cases and the rules for accepting them. Plain Java. */
@NullMarked
package org.stoppayment.intake.domain;

import org.jspecify.annotations.NullMarked;
