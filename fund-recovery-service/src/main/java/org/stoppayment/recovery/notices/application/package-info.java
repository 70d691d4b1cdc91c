/** The use cases of notices and the ports they need. */
@NullMarked
package org.stoppayment.recovery.notices.application;

import org.jspecify.annotations.NullMarked;
