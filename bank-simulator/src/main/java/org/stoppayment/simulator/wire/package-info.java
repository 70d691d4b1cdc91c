/** What travels between gateway and institution, read and written. */
@NullMarked
package org.stoppayment.simulator.wire;

import org.jspecify.annotations.NullMarked;
