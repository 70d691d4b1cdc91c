/**
 * Changes of an existing stop: lift, extension, written order, manual resolution, reissue. May import {@code orders} and what is
 * below it, not {@code tracing}.
 */
@NullMarked
package org.stoppayment.freeze.amendments;

import org.jspecify.annotations.NullMarked;
