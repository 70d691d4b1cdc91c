/** When the service looks for due work. */
@NullMarked
package org.stoppayment.freeze.timers;

import org.jspecify.annotations.NullMarked;
