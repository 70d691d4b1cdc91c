/** Alerts: Postgres behind the ports. */
@NullMarked
package org.stoppayment.freeze.alerts.persistence;

import org.jspecify.annotations.NullMarked;
