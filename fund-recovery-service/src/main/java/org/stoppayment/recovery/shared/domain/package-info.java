/** Shared: what all features of recovery name. Plain Java. */
@NullMarked
package org.stoppayment.recovery.shared.domain;

import org.jspecify.annotations.NullMarked;
