/** How institutions and accounts can behave: modes, response times, faults and magic accounts. */
@NullMarked
package org.stoppayment.simulator.behaviour;

import org.jspecify.annotations.NullMarked;
