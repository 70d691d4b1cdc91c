/** The use cases of attribution and the ports they need. */
@NullMarked
package org.stoppayment.recovery.attribution.application;

import org.jspecify.annotations.NullMarked;
