/** Watching cases: a stream of what changed. May import {@code tracing} and what is below it. */
@NullMarked
package org.stoppayment.freeze.watch;

import org.jspecify.annotations.NullMarked;
