/** What the simulator shows of itself. */
@NullMarked
package org.stoppayment.simulator.view;

import org.jspecify.annotations.NullMarked;
