/** Watch: aggregates, states and rules. Plain Java. */
@NullMarked
package org.stoppayment.freeze.watch.domain;

import org.jspecify.annotations.NullMarked;
