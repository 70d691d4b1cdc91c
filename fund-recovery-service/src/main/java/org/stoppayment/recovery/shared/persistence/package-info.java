/** Shared: columns that several tables have. */
@NullMarked
package org.stoppayment.recovery.shared.persistence;

import org.jspecify.annotations.NullMarked;
