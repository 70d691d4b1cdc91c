/** Alerts: use cases and the ports they need. */
@NullMarked
package org.stoppayment.freeze.alerts.application;

import org.jspecify.annotations.NullMarked;
