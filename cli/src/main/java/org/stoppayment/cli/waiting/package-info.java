/** Waiting for conditions. */
@NullMarked
package org.stoppayment.cli.waiting;

import org.jspecify.annotations.NullMarked;
