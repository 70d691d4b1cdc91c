/** Statistics of holds: Postgres. */
@NullMarked
package org.stoppayment.freeze.statistics.persistence;

import org.jspecify.annotations.NullMarked;
