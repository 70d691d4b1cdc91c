/** Alerts: aggregates, states and rules. Plain Java. */
@NullMarked
package org.stoppayment.freeze.alerts.domain;

import org.jspecify.annotations.NullMarked;
