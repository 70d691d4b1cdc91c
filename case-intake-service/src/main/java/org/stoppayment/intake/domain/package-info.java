/** What a report is and what makes it acceptable. Plain Java. */
@NullMarked
package org.stoppayment.intake.domain;

import org.jspecify.annotations.NullMarked;
