/** Holds: Postgres behind the ports. */
@NullMarked
package org.stoppayment.freeze.holds.persistence;

import org.jspecify.annotations.NullMarked;
