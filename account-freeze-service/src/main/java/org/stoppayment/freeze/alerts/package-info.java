/** Alerts: what people must be told, when, and how it reaches them. */
@NullMarked
package org.stoppayment.freeze.alerts;

import org.jspecify.annotations.NullMarked;
