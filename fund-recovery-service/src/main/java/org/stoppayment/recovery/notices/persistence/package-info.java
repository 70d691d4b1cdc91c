/** Notices and objections to plans in Postgres. */
@NullMarked
package org.stoppayment.recovery.notices.persistence;

import org.jspecify.annotations.NullMarked;
