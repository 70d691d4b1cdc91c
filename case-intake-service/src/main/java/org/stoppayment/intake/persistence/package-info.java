/** Postgres behind the ports. */
@NullMarked
package org.stoppayment.intake.persistence;

import org.jspecify.annotations.NullMarked;
