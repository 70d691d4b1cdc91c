/** Endpoints that span features, configuration and timers of the service. May import every feature. */
@NullMarked
package org.stoppayment.freeze.api;

import org.jspecify.annotations.NullMarked;
