/** Shared: use cases and the ports they need. */
@NullMarked
package org.stoppayment.freeze.shared.application;

import org.jspecify.annotations.NullMarked;
