/** Mules: use cases and the ports they need. */
@NullMarked
package org.stoppayment.freeze.mules.application;

import org.jspecify.annotations.NullMarked;
