/** Amendments: use cases and the ports they need. */
@NullMarked
package org.stoppayment.freeze.amendments.application;

import org.jspecify.annotations.NullMarked;
