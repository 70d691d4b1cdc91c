/** Api: use cases and the ports they need. */
@NullMarked
package org.stoppayment.freeze.api.application;

import org.jspecify.annotations.NullMarked;
