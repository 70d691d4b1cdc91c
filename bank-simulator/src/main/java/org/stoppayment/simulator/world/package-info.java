/** Worlds: what the institutions know before a story, and what the mules do in it. */
@NullMarked
package org.stoppayment.simulator.world;

import org.jspecify.annotations.NullMarked;
