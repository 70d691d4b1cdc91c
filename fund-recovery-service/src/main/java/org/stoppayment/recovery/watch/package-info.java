/** Shows officers what a victim may get back, while it changes. */
@NullMarked
package org.stoppayment.recovery.watch;

import org.jspecify.annotations.NullMarked;
