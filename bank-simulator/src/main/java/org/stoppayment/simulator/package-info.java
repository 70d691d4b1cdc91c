/** Simulated institutions for the stop-payment suite: start with {@link org.stoppayment.simulator.BankSimulator}. */
@NullMarked
package org.stoppayment.simulator;

import org.jspecify.annotations.NullMarked;
