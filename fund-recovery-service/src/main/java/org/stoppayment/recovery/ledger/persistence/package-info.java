/** The ports' implementation on Postgres. */
@NullMarked
package org.stoppayment.recovery.ledger.persistence;

import org.jspecify.annotations.NullMarked;
