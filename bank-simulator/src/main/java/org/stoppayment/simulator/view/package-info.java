/** The simulator's state as the control API shows it. */
@NullMarked
package org.stoppayment.simulator.view;

import org.jspecify.annotations.NullMarked;
