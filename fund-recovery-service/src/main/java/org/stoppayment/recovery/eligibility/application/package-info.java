/** The use cases of eligibility and the ports they need. */
@NullMarked
package org.stoppayment.recovery.eligibility.application;

import org.jspecify.annotations.NullMarked;
