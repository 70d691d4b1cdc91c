/** Shared: messages that several features parse and render. */
@NullMarked
package org.stoppayment.recovery.shared.grpc;

import org.jspecify.annotations.NullMarked;
