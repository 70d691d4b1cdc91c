/** Api: timers that start due work. When work is due is stored in the rows. */
@NullMarked
package org.stoppayment.freeze.api.timers;

import org.jspecify.annotations.NullMarked;
