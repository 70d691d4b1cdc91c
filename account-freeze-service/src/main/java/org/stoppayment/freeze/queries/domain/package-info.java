/** Queries: states and rules. Plain Java. */
@NullMarked
package org.stoppayment.freeze.queries.domain;

import org.jspecify.annotations.NullMarked;
