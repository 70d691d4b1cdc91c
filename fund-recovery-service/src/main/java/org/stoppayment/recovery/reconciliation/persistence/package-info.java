/** The ports' implementation on Postgres. */
@NullMarked
package org.stoppayment.recovery.reconciliation.persistence;

import org.jspecify.annotations.NullMarked;
