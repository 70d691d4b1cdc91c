/** Notices: the public notice (公告) of a plan, and objections to it. May import {@code plans} and what that may import, and {@code rules}. */
@NullMarked
package org.stoppayment.recovery.notices;

import org.jspecify.annotations.NullMarked;
