/** Notices, objections to plans, and what blocks a plan. Plain Java. */
@NullMarked
package org.stoppayment.recovery.notices.domain;

import org.jspecify.annotations.NullMarked;
