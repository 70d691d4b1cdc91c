/** One simulated institution: HTTP server, orders, faults and callbacks. */
@NullMarked
package org.stoppayment.simulator.institution;

import org.jspecify.annotations.NullMarked;
