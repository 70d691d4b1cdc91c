/** Alerts: what needs a person, when, and how the alert is delivered. */
@NullMarked
package org.stoppayment.freeze.alerts;

import org.jspecify.annotations.NullMarked;
