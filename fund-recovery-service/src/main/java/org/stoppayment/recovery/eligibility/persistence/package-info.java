/** Victims in Postgres. */
@NullMarked
package org.stoppayment.recovery.eligibility.persistence;

import org.jspecify.annotations.NullMarked;
