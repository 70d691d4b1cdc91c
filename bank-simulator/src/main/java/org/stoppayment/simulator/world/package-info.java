/** Worlds: the accounts and deposits of a scenario, and the moves of its mules. */
@NullMarked
package org.stoppayment.simulator.world;

import org.jspecify.annotations.NullMarked;
