/** Reads and writes the messages between gateway and institutions. */
@NullMarked
package org.stoppayment.simulator.wire;

import org.jspecify.annotations.NullMarked;
