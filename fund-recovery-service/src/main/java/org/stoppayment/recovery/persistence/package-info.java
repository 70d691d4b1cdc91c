/** The ports' implementation on Postgres. */
@NullMarked
package org.stoppayment.recovery.persistence;

import org.jspecify.annotations.NullMarked;
