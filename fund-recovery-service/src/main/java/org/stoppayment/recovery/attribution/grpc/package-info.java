/** Serves whose money accounts hold. */
@NullMarked
package org.stoppayment.recovery.attribution.grpc;

import org.jspecify.annotations.NullMarked;
