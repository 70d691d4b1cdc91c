/** Events in and out. */
@NullMarked
package org.stoppayment.freeze.messaging;

import org.jspecify.annotations.NullMarked;
