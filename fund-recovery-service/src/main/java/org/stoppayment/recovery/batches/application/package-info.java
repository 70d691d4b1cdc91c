/** The use cases of batches and the ports they need. */
@NullMarked
package org.stoppayment.recovery.batches.application;

import org.jspecify.annotations.NullMarked;
