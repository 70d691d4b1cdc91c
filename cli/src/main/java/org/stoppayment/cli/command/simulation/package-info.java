/** Commands that play cases against the simulated institutions: demo, run, drill. */
@NullMarked
package org.stoppayment.cli.command.simulation;

import org.jspecify.annotations.NullMarked;
