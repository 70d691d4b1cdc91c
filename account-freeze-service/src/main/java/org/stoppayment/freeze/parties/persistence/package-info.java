/** Parties: Postgres behind the ports. */
@NullMarked
package org.stoppayment.freeze.parties.persistence;

import org.jspecify.annotations.NullMarked;
