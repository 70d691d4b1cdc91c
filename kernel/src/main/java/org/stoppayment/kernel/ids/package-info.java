/** Ids: one type for each kind of thing, and the one place that makes them. */
@NullMarked
package org.stoppayment.kernel.ids;

import org.jspecify.annotations.NullMarked;
