/** Queries: use cases and the ports they need. */
@NullMarked
package org.stoppayment.freeze.queries.application;

import org.jspecify.annotations.NullMarked;
