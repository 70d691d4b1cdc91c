/** One simulated institution: its plan, its faults, its HTTP server and its callbacks. */
@NullMarked
package org.stoppayment.simulator.institution;

import org.jspecify.annotations.NullMarked;
