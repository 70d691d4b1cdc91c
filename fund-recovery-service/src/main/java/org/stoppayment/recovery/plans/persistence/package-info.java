/** Plans in Postgres. */
@NullMarked
package org.stoppayment.recovery.plans.persistence;

import org.jspecify.annotations.NullMarked;
