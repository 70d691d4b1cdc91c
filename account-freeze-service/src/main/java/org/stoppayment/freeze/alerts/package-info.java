/**
 * Alerts: what needs a person, when, and how the alert is delivered. May import {@code rules} and {@code shared}.
 *
 * <p>A new kind is a constant of {@link org.stoppayment.freeze.alerts.domain.Alert.Kind} and of {@code AlertKind} in {@code
 * account_freeze.proto}, a row in docs/operations/night-shift.md, and a place that raises it: code that knows the moment calls {@link
 * org.stoppayment.freeze.alerts.application.RaisingAlerts}; what follows from rows alone is found by {@code
 * sql/alerts/find_new_alerts.sql}.
 */
@NullMarked
package org.stoppayment.freeze.alerts;

import org.jspecify.annotations.NullMarked;
