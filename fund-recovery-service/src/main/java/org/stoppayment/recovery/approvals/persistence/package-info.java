/** Approvals: the ports' implementation on Postgres. */
@NullMarked
package org.stoppayment.recovery.approvals.persistence;

import org.jspecify.annotations.NullMarked;
