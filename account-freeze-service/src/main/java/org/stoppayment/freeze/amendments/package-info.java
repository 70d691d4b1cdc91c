/** Changes of an existing stop: lift, extension, written order, manual resolution, reissue. */
@NullMarked
package org.stoppayment.freeze.amendments;

import org.jspecify.annotations.NullMarked;
