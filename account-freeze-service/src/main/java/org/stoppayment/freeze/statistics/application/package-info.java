/** Statistics of holds: use cases and the ports they need. */
@NullMarked
package org.stoppayment.freeze.statistics.application;

import org.jspecify.annotations.NullMarked;
