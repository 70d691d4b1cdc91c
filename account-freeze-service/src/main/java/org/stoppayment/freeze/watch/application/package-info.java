/** Watch: use cases and the ports they need. */
@NullMarked
package org.stoppayment.freeze.watch.application;

import org.jspecify.annotations.NullMarked;
