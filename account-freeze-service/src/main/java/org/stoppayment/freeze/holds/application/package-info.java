/** Holds: use cases and the ports they need. */
@NullMarked
package org.stoppayment.freeze.holds.application;

import org.jspecify.annotations.NullMarked;
