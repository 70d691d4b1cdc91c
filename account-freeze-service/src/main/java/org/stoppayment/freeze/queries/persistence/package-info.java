/** Queries: Postgres behind the ports. */
@NullMarked
package org.stoppayment.freeze.queries.persistence;

import org.jspecify.annotations.NullMarked;
