/** Attribution in Postgres. */
@NullMarked
package org.stoppayment.recovery.attribution.persistence;

import org.jspecify.annotations.NullMarked;
