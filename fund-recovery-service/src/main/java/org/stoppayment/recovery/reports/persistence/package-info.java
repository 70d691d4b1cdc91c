/** The ports' implementation on Postgres. */
@NullMarked
package org.stoppayment.recovery.reports.persistence;

import org.jspecify.annotations.NullMarked;
