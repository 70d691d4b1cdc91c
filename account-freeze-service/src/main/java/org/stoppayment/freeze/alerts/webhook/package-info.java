/** Alerts: posts alerts by HTTP. */
@NullMarked
package org.stoppayment.freeze.alerts.webhook;

import org.jspecify.annotations.NullMarked;
