/** Alerts out, by HTTP. */
@NullMarked
package org.stoppayment.freeze.webhook;

import org.jspecify.annotations.NullMarked;
