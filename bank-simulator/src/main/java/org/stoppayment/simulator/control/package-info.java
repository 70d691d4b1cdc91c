/** The control API over HTTP. */
@NullMarked
package org.stoppayment.simulator.control;

import org.jspecify.annotations.NullMarked;
