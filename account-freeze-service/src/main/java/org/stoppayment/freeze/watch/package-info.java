/** Watching cases: a stream of what changed. */
@NullMarked
package org.stoppayment.freeze.watch;

import org.jspecify.annotations.NullMarked;
