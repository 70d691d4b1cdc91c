/** Recurring work, with logging and metrics of its failures. */
@NullMarked
package org.stoppayment.kit.work;

import org.jspecify.annotations.NullMarked;
