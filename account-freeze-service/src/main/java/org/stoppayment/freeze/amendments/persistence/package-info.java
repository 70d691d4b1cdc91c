/** Amendments: Postgres behind the ports. */
@NullMarked
package org.stoppayment.freeze.amendments.persistence;

import org.jspecify.annotations.NullMarked;
