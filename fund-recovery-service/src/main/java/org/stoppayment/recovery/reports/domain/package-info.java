/** Figures of recovery, and by what they are grouped. Plain Java. */
@NullMarked
package org.stoppayment.recovery.reports.domain;

import org.jspecify.annotations.NullMarked;
