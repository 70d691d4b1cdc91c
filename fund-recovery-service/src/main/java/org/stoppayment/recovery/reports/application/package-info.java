/** The use cases of reports and the ports they need. */
@NullMarked
package org.stoppayment.recovery.reports.application;

import org.jspecify.annotations.NullMarked;
