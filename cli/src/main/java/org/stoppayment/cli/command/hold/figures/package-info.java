/** Commands about figures of holds: what is held, for how long, and what is held too much. */
@NullMarked
package org.stoppayment.cli.command.hold.figures;

import org.jspecify.annotations.NullMarked;
