/** Shared: what use cases of several features need. */
@NullMarked
package org.stoppayment.recovery.shared.application;

import org.jspecify.annotations.NullMarked;
