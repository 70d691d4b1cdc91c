/** The ports' implementation on Postgres. */
@NullMarked
package org.stoppayment.intake.persistence;

import org.jspecify.annotations.NullMarked;
